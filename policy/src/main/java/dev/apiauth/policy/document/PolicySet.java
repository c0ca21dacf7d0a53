package dev.apiauth.policy.document;

/**
 * Everything that a sidecar needs to decide: the document and the secrets that it refers to.
 *
 * @param document the policy
 * @param vault the personal access tokens
 */
public record PolicySet(PolicyDocument document, VaultDocument vault) {}
