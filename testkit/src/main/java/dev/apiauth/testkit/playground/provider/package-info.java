/**
 * {@code ./quickstart --provider NAME}: the guide's story with the tokens of one provider, in front
 * of one Jira. Keycloak is a real one; hosted providers are played by stand-ins, on loopback, under
 * their real host names.
 */
package dev.apiauth.testkit.playground.provider;
