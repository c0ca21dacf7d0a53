package dev.apiauth.cli.explain;

import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.policy.spec.XForwardedForSpec;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the request comes from, and through whom. */
final class OriginOptions {

  private static final String ANYWHERE = "127.0.0.1";

  @Option(
      names = "--from",
      paramLabel = "ADDRESS",
      defaultValue = ANYWHERE,
      description =
          "The client's address (default: ${DEFAULT-VALUE}). Where the policy trusts proxies, one"
              + " of them reports it.")
  private String from = ANYWHERE;

  @Option(
      names = "--peer",
      paramLabel = "ADDRESS",
      description =
          "The other end of the connection; where it is left out, a proxy that the policy trusts,"
              + " or the client itself.")
  private @Nullable String peer;

  /** The client. */
  String client() {
    return from;
  }

  /** The other end of the connection. */
  InetAddress peerFor(@Nullable ClientIPSpec spec) {
    if (peer != null) return address("--peer", peer);
    return trustedProxy(spec).orElseGet(() -> address("--from", from));
  }

  /** What proxies would add to the request. */
  List<HeaderField> reported(@Nullable ClientIPSpec spec) {
    XForwardedForSpec forwarded = spec == null ? null : spec.xForwardedFor();
    if (forwarded == null) return List.of();
    address("--from", from);
    Integer hops = forwarded.numTrustedHops();
    String proxies = hops == null ? "" : (", " + from).repeat(hops - 1);
    return List.of(new HeaderField("X-Forwarded-For", from + proxies));
  }

  private static Optional<InetAddress> trustedProxy(@Nullable ClientIPSpec spec) {
    XForwardedForSpec forwarded = spec == null ? null : spec.xForwardedFor();
    List<String> trusted = forwarded == null ? null : forwarded.trustedCIDRs();
    return trusted == null || trusted.isEmpty()
        ? Optional.empty()
        : Optional.of(InetAddress.ofLiteral(trusted.getFirst().split("/")[0]));
  }

  private static InetAddress address(String option, String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException malformed) {
      throw new UnusableInputException(
          "%s: \"%s\" is no address. Write one like 10.1.2.3 or 2001:db8::1"
              .formatted(option, text));
    }
  }
}
