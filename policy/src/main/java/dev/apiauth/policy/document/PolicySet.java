package dev.apiauth.policy.document;

/**
 * Everything that a sidecar needs to decide: the document and the secrets that it refers to.
 *
 * @param document the policy
 * @param vault the personal access tokens
 * @param apiTokens the hashes of the API tokens
 * @param secrets the secrets of the providers' clients
 */
public record PolicySet(
    PolicyDocument document,
    VaultDocument vault,
    ApiTokensDocument apiTokens,
    SecretsDocument secrets) {

  /** A set without API tokens and client secrets. */
  public static PolicySet of(PolicyDocument document, VaultDocument vault) {
    return new PolicySet(document, vault, ApiTokensDocument.EMPTY, SecretsDocument.EMPTY);
  }
}
