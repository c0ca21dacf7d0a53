package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.ask.OwnTokens.Purpose;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.util.Optional;

/**
 * As whom a look-up is made.
 *
 * @param credential what the policy says
 * @param client this service as the provider knows it
 * @param own tokens of this service's own
 */
record LookupCredential(Credential credential, Optional<ClientProof> client, OwnTokens own) {

  private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

  /** Whether it is the caller's own token that is shown: a refusal is then the caller's. */
  boolean isTheCallers() {
    return credential instanceof Credential.CallersToken;
  }

  /**
   * The token that is shown.
   *
   * @param callers the caller's own
   * @param claims for the places in a token endpoint's URL
   */
  Future<Asked<String>> token(String callers, TokenClaims claims) {
    return switch (credential) {
      case Credential.CallersToken shown -> Future.succeededFuture(Asked.told(callers));
      case Credential.ClientSecret shown ->
          Future.succeededFuture(proof().then(ClientProof::secret));
      case Credential.ClientCredentials granted ->
          purpose(granted.tokenURL(), claims)
              .await(
                  purpose ->
                      own.of(purpose, () -> byClientCredentials(purpose.url(), granted.scope())));
      case Credential.ServiceAccount account ->
          purpose(account.tokenURL(), claims)
              .await(purpose -> own.of(purpose, () -> byServiceAccount(account)));
    };
  }

  /** What was shown is not taken any more. */
  void refused(TokenClaims claims) {
    switch (credential) {
      case Credential.ClientCredentials granted -> forget(granted.tokenURL(), claims);
      case Credential.ServiceAccount account -> forget(account.tokenURL(), claims);
      case Credential.CallersToken shown -> {}
      case Credential.ClientSecret shown -> {}
    }
  }

  private void forget(String tokenUrl, TokenClaims claims) {
    if (purpose(tokenUrl, claims) instanceof Asked.Told<Purpose>(Purpose purpose)) {
      own.forget(purpose);
    }
  }

  private Asked<Purpose> purpose(String tokenUrl, TokenClaims claims) {
    return new ClaimPlaces(Optional.of(claims))
        .inUrl(tokenUrl)
        .map(url -> new Purpose(url, credential));
  }

  private Future<Asked<CallDraft>> byClientCredentials(String url, String scope) {
    CallDraft draft =
        CallDraft.to(HttpMethod.POST, url)
            .parameter("grant_type", "client_credentials")
            .parameter("scope", scope);
    return proof().await(proof -> proof.on(draft, url));
  }

  private Future<Asked<CallDraft>> byServiceAccount(Credential.ServiceAccount account) {
    CallDraft draft =
        CallDraft.to(HttpMethod.POST, account.tokenURL()).parameter("grant_type", JWT_BEARER);
    return proof()
        .await(proof -> proof.ofServiceAccount(account))
        .map(signed -> signed.map(assertion -> draft.parameter("assertion", assertion)));
  }

  private Asked<ClientProof> proof() {
    return client
        .map(Asked::told)
        .orElseGet(() -> Asked.silent("it cannot be asked: the resource names no client"));
  }
}
