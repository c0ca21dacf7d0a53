/** What users write: the resource's spec as records. Their Javadoc is the users' documentation. */
package dev.apiauth.policy.spec;
