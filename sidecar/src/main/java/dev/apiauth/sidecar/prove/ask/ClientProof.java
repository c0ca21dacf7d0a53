package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.decide.RegisteredClient;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.sidecar.egress.QueryText;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;

/**
 * How this service shows a provider who is asking: as its registration there says.
 *
 * @param client as the provider knows it
 * @param workers where assertions are signed
 * @param clock dates assertions
 */
record ClientProof(RegisteredClient client, WorkerExecutor workers, InstantSource clock) {

  private static final String ASSERTION_TYPE =
      "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** What is said of a provider whose client has no secret. */
  static final String MISSING =
      "it cannot be asked: the Secret with its client's secret is missing";

  private static final String BODILESS =
      "it cannot be asked: the proof of its client would stand in a URL";

  /** Whether it is TLS that shows who is asking (RFC 8705). */
  boolean isByCertificate() {
    return client.authentication() == ClientAuthentication.MutualTls;
  }

  /**
   * Adds the proof to a request.
   *
   * @param audience whom an assertion is for: the issuer where it is known, else the endpoint
   */
  Future<Asked<CallDraft>> on(CallDraft draft, String audience) {
    if (client.authentication().isInForm() && !draft.hasBody()) {
      return Future.succeededFuture(Asked.silent(BODILESS));
    }
    return secret().await(secret -> on(draft, audience, secret));
  }

  private Future<Asked<CallDraft>> on(CallDraft draft, String audience, String secret) {
    return switch (client.authentication()) {
      case ClientSecretBasic -> ready(draft.header("Authorization", basic(secret)));
      case ClientSecretPost ->
          ready(draft.parameter("client_id", client.id()).parameter("client_secret", secret));
      case MutualTls -> ready(draft.parameter("client_id", client.id()));
      case PrivateKeyJwt ->
          signed(ClientAssertion.ofClient(client.id(), audience, clock.instant()))
              .map(signed -> signed.map(assertion -> asserted(draft, assertion)));
    };
  }

  /** An app access token (Facebook): id and secret in one parameter. */
  Asked<CallDraft> appAccessToken(CallDraft draft) {
    return secret().map(secret -> draft.query("access_token", client.id() + "|" + secret));
  }

  /** That whoever shows the token knows the secret too (Facebook). */
  Asked<CallDraft> appSecretProof(CallDraft draft, String token) {
    return secret()
        .map(secret -> draft.query("appsecret_proof", new SecretProof(secret).of(token)));
  }

  /** An assertion of the client as a service account that acts for somebody else. */
  Future<Asked<String>> ofServiceAccount(Credential.ServiceAccount account) {
    return signed(
        ClientAssertion.ofServiceAccount(
            client.id(), account.subject(), account.scope(), account.tokenURL(), clock.instant()));
  }

  /** Signs with the client's private key, off the event loop. */
  private Future<Asked<String>> signed(ClientAssertion assertion) {
    return secret().await(key -> workers.executeBlocking(() -> assertion.signedWith(key), false));
  }

  /** The secret itself, for where it is what is shown. */
  Asked<String> secret() {
    return client.secret().map(Asked::told).orElseGet(() -> Asked.silent(MISSING));
  }

  private CallDraft asserted(CallDraft draft, String assertion) {
    return draft
        .parameter("client_id", client.id())
        .parameter("client_assertion_type", ASSERTION_TYPE)
        .parameter("client_assertion", assertion);
  }

  /** RFC 6749, section 2.3.1: both are encoded like a form's values before they are joined. */
  private String basic(String secret) {
    String pair = QueryText.encoded(client.id()) + ":" + QueryText.encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Future<Asked<CallDraft>> ready(CallDraft draft) {
    return Future.succeededFuture(Asked.told(draft));
  }

  @Override
  public String toString() {
    return "ClientProof[" + client + "]";
  }
}
