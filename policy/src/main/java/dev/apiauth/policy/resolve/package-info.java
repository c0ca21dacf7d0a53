/**
 * From a spec, presets and secrets to a policy document, or to problems that name the field and the
 * mend.
 */
package dev.apiauth.policy.resolve;
