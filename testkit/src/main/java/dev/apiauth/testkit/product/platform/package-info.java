/** Endpoints that Atlassian ships in several of its products alike. */
package dev.apiauth.testkit.product.platform;
