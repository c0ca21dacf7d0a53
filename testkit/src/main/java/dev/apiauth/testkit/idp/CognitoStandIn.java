package dev.apiauth.testkit.idp;

import com.sun.net.httpserver.HttpServer;
import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.opentest4j.TestAbortedException;

/**
 * Stands in for Amazon Cognito under its real host name: the shipped preset needs no change.
 *
 * <p>It listens on port 443 of an address of its own in 127.0.0.0/8, with a certificate of a test
 * CA for the real name. A process under test finds it when it is told {@link #hostsFile} ({@code
 * -Djdk.net.hosts.file}, or Vert.x's hosts path) and trusts {@link #caFile}. The network that the
 * process may reach must include loopback.
 */
public final class CognitoStandIn implements AutoCloseable {

  private static final int HTTPS = 443;

  private final CognitoPool pool;
  private final InetSocketAddress address;
  private final StubHandler handler;
  private final HttpServer server;
  private final Path directory;
  private final CognitoTokens tokens;

  private CognitoStandIn(CognitoPool pool, InetSocketAddress address, InstantSource clock)
      throws IOException {
    var accessKey = SigningKey.of("RS256").named(newKid());
    var idKey = SigningKey.of("RS256").named(newKid());
    this.pool = pool;
    this.address = address;
    this.tokens = new CognitoTokens(pool, accessKey, idKey, clock);
    this.directory = Files.createTempDirectory("cognito-");
    this.handler = new StubHandler(CognitoDocuments.of(pool, List.of(idKey, accessKey)));
    this.server = listen();
  }

  /** Starts one for the pool of the guide. */
  public static CognitoStandIn start() {
    return start(CognitoPool.ofTheGuide(), InstantSource.system());
  }

  /**
   * Starts one; the clock dates its tokens.
   *
   * @throws TestAbortedException where port 443 may not be taken, which test runners report as
   *     skipped
   */
  public static CognitoStandIn start(CognitoPool pool, InstantSource clock) {
    var address = LoopbackAddress.withFree(HTTPS).orElseThrow(CognitoStandIn::skipped);
    try {
      return new CognitoStandIn(pool, address, clock);
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for " + pool, e);
    }
  }

  private static TestAbortedException skipped() {
    return new TestAbortedException(
        "SKIPPED: port 443 of loopback cannot be taken (root or CAP_NET_BIND_SERVICE is needed); "
            + "Cognito under its real host name was not checked");
  }

  public CognitoPool pool() {
    return pool;
  }

  /** The {@code iss} of its tokens, under the real host name and without a port. */
  public String issuer() {
    return pool.issuer();
  }

  /** Tokens of the pool, signed with its keys. */
  public CognitoTokens tokens() {
    return tokens;
  }

  /** Where it really listens. */
  public InetAddress address() {
    return address.getAddress();
  }

  /** A hosts file that knows the real host name and {@code localhost}, and nothing else. */
  public Path hostsFile() {
    return directory.resolve("hosts");
  }

  /** The certificate of the authority to trust, as PEM. */
  public Path caFile() {
    return directory.resolve("ca.crt");
  }

  /** Behaves so at every path from now on. */
  public void behave(StubBehaviour behaviour) {
    handler.behaveEverywhere(behaviour);
  }

  /** How often the key set was asked for. */
  public long keySetRequests() {
    return handler.requestsTo(CognitoDocuments.keySetPath(pool));
  }

  @Override
  public void close() {
    server.stop(0);
    try {
      TestCache.remove(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer listen() throws IOException {
    var authority = TestCertificateAuthority.named("apiauth test CA");
    authority.writeTo(caFile());
    Files.writeString(
        hostsFile(),
        "127.0.0.1 localhost\n%s %s\n".formatted(address().getHostAddress(), pool.host()));
    return new LoopbackHttp(address, Optional.of(authority.server(pool.host()))).start(handler);
  }

  /** Cognito's key names are 32 bytes in ordinary Base64, padding included. */
  private static String newKid() {
    byte[] name = new byte[32];
    new Random().nextBytes(name);
    return Base64.getEncoder().encodeToString(name);
  }
}
