package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import java.time.Instant;

/**
 * The policy in force. One request reads it once and keeps what it read: a reload never changes a
 * request in flight.
 *
 * @param policy what decides
 * @param hash what identifies it
 * @param document what it was made from, without secrets
 * @param loadedAt when it came into force here
 * @param <P> the compiled form
 */
public record ActivePolicy<P>(
    P policy, PolicyHash hash, PolicyDocument document, Instant loadedAt) {}
