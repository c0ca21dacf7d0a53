/** The published form of a policy: versioned, canonical, complete. */
package dev.apiauth.policy.document;
