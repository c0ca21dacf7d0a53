package dev.apiauth.sidecar.metrics;

/** How asking a provider about a token ended. */
public enum AskResult {
  /** It calls the token good, and its answer says what the policy demands. */
  ACCEPTED,
  /** It does not, or its answer does not. */
  REFUSED,
  /** It gave no answer that counts. */
  FAILURE
}
