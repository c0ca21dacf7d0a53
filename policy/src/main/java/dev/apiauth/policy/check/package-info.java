/**
 * A resource file against what the API server would say: the committed schema and its CEL rules.
 */
package dev.apiauth.policy.check;
