package dev.apiauth.testkit.idp.standin;

import com.sun.net.httpserver.HttpHandler;
import dev.apiauth.testkit.cache.TestCache;
import dev.apiauth.testkit.idp.LoopbackAddress;
import dev.apiauth.testkit.idp.LoopbackHttp;
import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/**
 * The part of the internet where identity providers are, on loopback: every host has an address of
 * its own in 127.0.0.0/8, listens on port 443 there, and has a certificate of one test authority.
 *
 * <p>A process under test finds all of it when it is told {@link #hostsFile} ({@code
 * -Djdk.net.hosts.file}, which a JVM reads at every look-up) and trusts {@link #caFile}; a part
 * under test that resolves names itself is given {@link #hosts}. Its egress must be allowed to
 * reach loopback.
 */
public final class StandInNetwork implements AutoCloseable {

  private static final int HTTPS = 443;

  private final InstantSource clock;
  private final Path directory;
  private final TestCertificateAuthority authority =
      TestCertificateAuthority.named("apiauth test CA");
  private final Map<String, StandInHost> hosts = new LinkedHashMap<>();

  private StandInNetwork(InstantSource clock, Path directory) {
    this.clock = clock;
    this.directory = directory;
  }

  /** An empty one on the system's clock. */
  public static StandInNetwork open() {
    return open(InstantSource.system());
  }

  /** An empty one; the clock dates the tokens of its providers, and ends them. */
  public static StandInNetwork open(InstantSource clock) {
    try {
      var network = new StandInNetwork(clock, Files.createTempDirectory("standins-"));
      network.authority.writeTo(network.caFile());
      network.writeHosts();
      return network;
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for stand-ins", e);
    }
  }

  /** What the providers take for now. */
  public InstantSource clock() {
    return clock;
  }

  /** The address of every host name, to be resolved by whoever is tested. */
  public synchronized Map<String, InetAddress> hosts() {
    return hosts.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(Map.Entry::getKey, host -> host.getValue().address()));
  }

  /** A hosts file that knows these hosts and {@code localhost}, and nothing else. */
  public Path hostsFile() {
    return directory.resolve("hosts");
  }

  /** The certificate of the authority to trust, as PEM. */
  public Path caFile() {
    return directory.resolve("ca.crt");
  }

  /** Issued the certificates of all hosts. */
  public TestCertificateAuthority authority() {
    return authority;
  }

  /**
   * Starts a server for a host name.
   *
   * @throws IllegalStateException if that name has a server already
   * @throws TestAbortedException where port 443 may not be taken, which test runners report as
   *     skipped
   */
  synchronized StandInHost listen(String host, HttpHandler handler) {
    if (hosts.containsKey(host)) {
      throw new IllegalStateException(host + " has a stand-in already");
    }
    var address = LoopbackAddress.withFree(HTTPS).orElseThrow(() -> skipped(host));
    var certificate = Optional.of(authority.server(host));
    var server = StandInHost.start(host, new LoopbackHttp(address, certificate), handler);
    hosts.put(host, server);
    writeHosts();
    return server;
  }

  private static TestAbortedException skipped(String host) {
    return new TestAbortedException(
        "SKIPPED: port 443 of loopback cannot be taken (root or CAP_NET_BIND_SERVICE is needed); "
            + host
            + " under its real name was not checked");
  }

  private void writeHosts() {
    var lines = new ArrayList<>(List.of("127.0.0.1 localhost"));
    hosts().forEach((name, address) -> lines.add(address.getHostAddress() + " " + name));
    try {
      Files.write(hostsFile(), lines);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + hostsFile(), e);
    }
  }

  /** Stops all its hosts. */
  @Override
  public synchronized void close() {
    hosts.values().forEach(StandInHost::goDown);
    try {
      TestCache.remove(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
