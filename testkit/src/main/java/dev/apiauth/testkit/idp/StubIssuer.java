package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import com.sun.net.httpserver.HttpServer;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenID provider in this process that can be made to fail in every way that F1 to F8 name.
 *
 * <p>It publishes discovery and a key set, and its {@link #forge} signs for it. It has no
 * authorization or token endpoint: nobody can log in.
 */
public final class StubIssuer implements AutoCloseable {

  /** Where the provider describes itself (OpenID Connect Discovery, section 4). */
  public static final String DISCOVERY_PATH = "/.well-known/openid-configuration";

  /** Where the key set is. */
  public static final String KEYS_PATH = "/jwks";

  private final LoopbackHttp http;
  private final PublishedKeys keys;
  private final StubHandler handler;
  private final InstantSource clock;
  private HttpServer server;

  private StubIssuer(LoopbackHttp http, InstantSource clock) {
    this.http = http;
    this.clock = clock;
    this.keys = new PublishedKeys(SigningKey.of("RS256"));
    this.handler = new StubHandler(Map.of(DISCOVERY_PATH, this::discovery, KEYS_PATH, keys::json));
    this.server = http.start(handler);
  }

  /** In plain HTTP on a free port of 127.0.0.1. */
  public static StubIssuer start() {
    return start(InstantSource.system());
  }

  /** In plain HTTP; the clock dates the tokens of {@link #forge}. */
  public static StubIssuer start(InstantSource clock) {
    return new StubIssuer(LoopbackHttp.onFreePort(Optional.empty()), clock);
  }

  /** In TLS on a free port of 127.0.0.1, with a certificate that should name {@code localhost}. */
  public static StubIssuer startTls(IssuedCertificate certificate) {
    return startTls(certificate, InstantSource.system());
  }

  /** In TLS; the clock dates the tokens of {@link #forge}. */
  public static StubIssuer startTls(IssuedCertificate certificate, InstantSource clock) {
    return new StubIssuer(LoopbackHttp.onFreePort(Optional.of(certificate)), clock);
  }

  /** The {@code iss} of its tokens, without a slash at the end. */
  public String issuer() {
    return http.origin();
  }

  public String discoveryUri() {
    return issuer() + DISCOVERY_PATH;
  }

  public String jwksUri() {
    return issuer() + KEYS_PATH;
  }

  public int port() {
    return http.port();
  }

  /** Signs tokens of this issuer with the key that signs now. */
  public TokenForge forge() {
    return new TokenForge(issuer(), keys.signing(), clock);
  }

  /** Answers so at every path from now on. */
  public void behave(StubBehaviour behaviour) {
    handler.behaveEverywhere(behaviour);
  }

  /** Answers so at one path from now on. */
  public void behave(String path, StubBehaviour behaviour) {
    handler.behave(path, behaviour);
  }

  /** Closes the port: connections are refused, open ones are cut. */
  public synchronized void goDown() {
    server.stop(0);
  }

  /** Opens the same port again after {@link #goDown}. */
  public synchronized void comeUp() {
    server = http.start(handler);
  }

  /** Signs with a new RS256 key from now on; the old ones stay published. */
  public void rotateKeys() {
    rotateKeysTo(SigningKey.of("RS256"));
  }

  /** Signs with that key from now on; the old ones stay published. */
  public void rotateKeysTo(SigningKey next) {
    keys.rotateTo(next);
  }

  /** Publishes only the key that signs now. */
  public void retireOldKeys() {
    keys.retireOld();
  }

  /** Publishes exactly this text as the key set, whatever signs. */
  public void publishKeySet(String json) {
    keys.publish(json);
  }

  /** How many requests came to that path so far, answered or not. */
  public long requestsTo(String path) {
    return handler.requestsTo(path);
  }

  /** How many bytes of content were handed to the network so far. */
  public long bytesSent() {
    return handler.bytesSent();
  }

  @Override
  public void close() {
    goDown();
  }

  private String discovery() {
    return CompactToken.json(
        Map.ofEntries(
            entry("issuer", issuer()),
            entry("jwks_uri", jwksUri()),
            entry("authorization_endpoint", issuer() + "/authorize"),
            entry("token_endpoint", issuer() + "/token"),
            entry("response_types_supported", new String[] {"code"}),
            entry("subject_types_supported", new String[] {"public"}),
            entry("id_token_signing_alg_values_supported", new String[] {"RS256"})));
  }
}
