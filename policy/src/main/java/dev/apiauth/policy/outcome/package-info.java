/**
 * What a step answers: the value of the next phase, or a refusal with its reason. The bottom of the
 * module.
 */
package dev.apiauth.policy.outcome;
