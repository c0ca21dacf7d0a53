package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.Parsed;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The networks of a list, with the fields in which they stand.
 *
 * @param field such as {@code spec.access.cidrs.allow}
 * @param texts as they were written
 */
record Networks(String field, List<String> texts) {

  /** One of them. */
  record Entry(String field, Cidr network) {}

  Stream<Entry> entries() {
    return IntStream.range(0, texts.size())
        .boxed()
        .flatMap(
            at ->
                read(texts.get(at)).stream()
                    .map(network -> new Entry("%s[%d]".formatted(field, at), network)));
  }

  static Optional<Cidr> read(String text) {
    return Cidr.parse(text) instanceof Parsed.Value<Cidr>(Cidr network)
        ? Optional.of(network)
        : Optional.empty();
  }

  /** Whether all addresses of {@code inner} are in {@code outer}. */
  static boolean covers(Cidr outer, Cidr inner) {
    return outer.prefixLength() <= inner.prefixLength() && outer.contains(inner.network());
  }

  static boolean isIpv4(Cidr network) {
    return network.network().family() == IpAddress.Family.IPV4;
  }
}
