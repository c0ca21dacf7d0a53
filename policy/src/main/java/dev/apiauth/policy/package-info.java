/** Placeholder. */
package dev.apiauth.policy;
