/**
 * Every place where the product would look for a credential, and the one verifier that each goes
 * to.
 */
package dev.apiauth.policy.credential;
