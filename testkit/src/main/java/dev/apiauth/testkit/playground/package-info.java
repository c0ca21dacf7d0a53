/**
 * The quickstart: a company's Keycloak, its products and a sidecar in front of each, on loopback,
 * and the guide's calls made and judged.
 *
 * <p>Sidecars are processes of their own, started as the documentation says; nothing here knows
 * their classes.
 */
package dev.apiauth.testkit.playground;
