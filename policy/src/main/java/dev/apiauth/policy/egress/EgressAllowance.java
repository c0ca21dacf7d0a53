package dev.apiauth.policy.egress;

import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the installation opens with {@code egress.allow} (chart value and option; never a resource).
 *
 * <p>An entry is one of two things. A CIDR such as {@code 10.20.0.0/16} opens addresses: a host may
 * resolve to them. An origin such as {@code http://keycloak.idp.svc:8080} opens a name: its scheme,
 * host and port may stand in a URL, though plain http, a port of its own or a name of the cluster.
 * A name inside the cluster needs both, because whoever answers for a name must not choose the
 * network. An origin whose host is an address opens that address.
 */
public final class EgressAllowance {

  private final List<AddressBlock> blocks;
  private final Set<EgressUrl> origins;

  private EgressAllowance(List<AddressBlock> blocks, Set<EgressUrl> origins) {
    this.blocks = blocks;
    this.origins = origins;
  }

  /** Opens nothing: public addresses by https only. */
  public static EgressAllowance none() {
    return new EgressAllowance(List.of(), Set.of());
  }

  /**
   * Reads the entries.
   *
   * @throws IllegalArgumentException naming the first entry that is neither; {@link #complaint}
   *     asks before
   */
  public static EgressAllowance of(List<String> entries) {
    complaint(entries)
        .ifPresent(
            why -> {
              throw new IllegalArgumentException(why);
            });
    return new EgressAllowance(
        entries.stream().flatMap(entry -> AddressBlock.parse(entry).stream()).toList(),
        entries.stream()
            .flatMap(entry -> origin(entry).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** What is wrong with the entries, in a sentence; empty if nothing is. */
  public static Optional<String> complaint(List<String> entries) {
    return entries.stream()
        .filter(entry -> AddressBlock.parse(entry).isEmpty() && origin(entry).isEmpty())
        .findFirst()
        .map(
            entry ->
                "egress.allow: '%s' is neither a CIDR (10.20.0.0/16) nor an origin (http://host:port)"
                    .formatted(entry));
  }

  private static Optional<EgressUrl> origin(String entry) {
    return UrlSyntax.read(entry) instanceof Admitted(EgressUrl url) && url.target().equals("/")
        ? Optional.of(url)
        : Optional.empty();
  }

  /** Whether the URL's scheme, host and port were opened by name. */
  boolean opensOrigin(EgressUrl url) {
    return origins.contains(new EgressUrl(url.scheme(), url.host(), url.port(), "/"));
  }

  /** Whether a connection for {@code url} may go to {@code address}. */
  boolean opensAddress(EgressUrl url, InetAddress address) {
    boolean asWritten = url.literal().filter(address::equals).isPresent() && opensOrigin(url);
    return asWritten || opensAddress(address);
  }

  boolean opensAddress(InetAddress address) {
    return blocks.stream().anyMatch(block -> block.contains(address));
  }
}
