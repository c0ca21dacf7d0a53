package dev.apiauth.policy.token;

import java.util.Optional;

/**
 * The part of a JOSE header (RFC 7515, section 4.1) that is listened to. What else stands there,
 * keys and addresses of keys above all ({@code jwk}, {@code jku}, {@code x5c}, {@code x5u}), is not
 * carried on, so that nothing can act on it (J11).
 *
 * @param algorithm {@code alg} as written; not yet compared with what is allowed
 * @param keyId {@code kid}, an opaque string of at most 256 characters from an untrusted hand
 *     (J12): escape it before it is printed
 * @param type {@code typ} as written
 */
public record TokenHeader(String algorithm, Optional<String> keyId, Optional<String> type) {}
