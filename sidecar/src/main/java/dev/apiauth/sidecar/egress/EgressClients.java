package dev.apiauth.sidecar.egress;

import dev.apiauth.policy.egress.EgressRules;
import io.vertx.core.Vertx;

/**
 * Makes the clients that fetch from providers and ask them.
 *
 * @param vertx where they run
 * @param rules where they may connect to
 * @param resolver finds addresses
 * @param trust whom they trust
 */
public record EgressClients(
    Vertx vertx, EgressRules rules, HostResolver resolver, TrustAnchors trust) {

  /** Connections to one address at a time: asking about a token is part of a request. */
  private static final int MAX_CONNECTIONS = 64;

  /** A client that fetches documents, a few at a time. */
  public EgressClient forDocuments() {
    return new EgressClient(vertx, rules, resolver, trust);
  }

  /** A client that asks without a certificate. */
  public EgressClient anonymous() {
    return new EgressClient(
        vertx, rules, resolver, EgressClient.options(trust), EgressClient.pool(MAX_CONNECTIONS));
  }

  /** A client that shows {@code certificate} to whomever it asks: to one provider, that is. */
  public EgressClient showing(ClientCertificate certificate) {
    return new EgressClient(
        vertx,
        rules,
        resolver,
        EgressClient.options(trust).setKeyCertOptions(certificate.forTls()),
        EgressClient.pool(MAX_CONNECTIONS));
  }
}
