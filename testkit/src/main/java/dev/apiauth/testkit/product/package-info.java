/** Jira, Confluence and Bitbucket as a sidecar meets them: started, asked and disturbed by code. */
package dev.apiauth.testkit.product;
