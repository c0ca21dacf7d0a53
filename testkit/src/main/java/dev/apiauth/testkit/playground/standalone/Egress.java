package dev.apiauth.testkit.playground.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a sidecar that runs alone may reach beside public addresses by https.
 *
 * @param jvm options of its JVM
 * @param options of its own
 */
public record Egress(List<String> jvm, List<String> options) {

  public Egress {
    jvm = List.copyOf(jvm);
    options = List.copyOf(options);
  }

  /** A Keycloak on 127.0.0.1, in plain http. */
  public static Egress toKeycloak(int port) {
    return new Egress(List.of(), List.of("--egress-allow=http://127.0.0.1:" + port));
  }

  /**
   * Servers on loopback under names of the internet.
   *
   * @param hosts a hosts file; no other name is known then
   * @param authorities who issued the servers' certificates, as PEM
   */
  public static Egress toLoopback(Path hosts, Path authorities) {
    return new Egress(
        List.of("-Djdk.net.hosts.file=" + hosts),
        List.of("--egress-allow=127.0.0.0/8", "--egress-certificates=" + authorities));
  }

  /** The same with another option of the sidecar's. */
  public Egress withOption(String option) {
    return new Egress(jvm, Stream.concat(options.stream(), Stream.of(option)).toList());
  }
}
