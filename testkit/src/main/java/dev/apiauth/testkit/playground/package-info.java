/**
 * The quickstart: a company's Keycloak, its products and a sidecar in front of each, on this
 * machine alone, and the guide's calls made and judged. What its forms share.
 */
package dev.apiauth.testkit.playground;
