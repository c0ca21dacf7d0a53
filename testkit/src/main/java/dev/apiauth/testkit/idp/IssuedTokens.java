package dev.apiauth.testkit.idp;

import java.util.Optional;

/**
 * What a token endpoint answered (RFC 6749, section 5.1).
 *
 * @param accessToken for an API
 * @param idToken for the client; only where a person logged in with scope {@code openid}
 * @param refreshToken for the token endpoint; not for applications
 */
public record IssuedTokens(
    String accessToken, Optional<String> idToken, Optional<String> refreshToken) {}
