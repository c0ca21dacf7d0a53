/** From a policy document to the structures that decide. */
package dev.apiauth.policy.compile;
