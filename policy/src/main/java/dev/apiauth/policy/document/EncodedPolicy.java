package dev.apiauth.policy.document;

import java.util.SortedMap;

/**
 * A set as it is published.
 *
 * @param files the bytes of each file by its name
 * @param hash what identifies the set: changes whenever the policy or a secret does
 */
public record EncodedPolicy(SortedMap<String, byte[]> files, PolicyHash hash) {}
