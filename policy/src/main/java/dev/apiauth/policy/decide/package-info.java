/** Pure decisions over a compiled policy, and the phases that a request passes. */
package dev.apiauth.policy.decide;
