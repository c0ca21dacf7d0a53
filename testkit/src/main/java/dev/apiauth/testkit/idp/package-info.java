/**
 * Identity providers: a real Keycloak and oidc-provider, a stand-in for Cognito, a stub that
 * misbehaves, and forged tokens.
 */
@NullMarked
package dev.apiauth.testkit.idp;

import org.jspecify.annotations.NullMarked;
