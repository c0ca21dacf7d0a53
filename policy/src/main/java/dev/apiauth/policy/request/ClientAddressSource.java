package dev.apiauth.policy.request;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.net.InetAddress;

/**
 * How the client's address is told (X4): by the connection, or by proxies that the policy names. An
 * address is only as good as who reports it, so there is no default.
 *
 * <p>{@code X-Forwarded-For} is read from the right, as far as it is needed; what stands further
 * left was written by the client and is not even checked.
 */
public sealed interface ClientAddressSource {

  /**
   * The address of the client.
   *
   * @param peer the other end of the connection
   * @return the address, known or not; refuses with {@link Reason#CLIENT_ADDRESS_MALFORMED} where
   *     an element of {@code X-Forwarded-For} that has to be read is no address
   */
  Outcome<ClientAddress> locate(InetAddress peer, HeaderFields headers);

  /**
   * Nothing stands in front: the peer is the client. A request that carries a forwarding header
   * field came through a proxy all the same, and its client is unknown.
   */
  record DirectPeer() implements ClientAddressSource {

    @Override
    public Outcome<ClientAddress> locate(InetAddress peer, HeaderFields headers) {
      return Outcome.pass(
          ForwardingFields.firstIn(headers)
              .<ClientAddress>map(
                  name -> new ClientAddress.Unknown("a direct peer sent " + Excerpt.of(name)))
              .orElseGet(() -> new ClientAddress.Known(IpAddress.of(peer))));
    }
  }

  /**
   * Proxies with these addresses stand in front. The client is the last address that is not one of
   * theirs: the peer itself if it is a stranger (its header is ignored), the farthest one if all
   * are trusted.
   */
  record ForwardedByTrusted(CidrSet trusted) implements ClientAddressSource {

    @Override
    public Outcome<ClientAddress> locate(InetAddress peer, HeaderFields headers) {
      var client = IpAddress.of(peer);
      var hops = ForwardedFor.from(headers).iterator();
      while (trusted.contains(client) && hops.hasNext()) {
        switch (IpAddress.parse(hops.next())) {
          case Parsed.Value<IpAddress>(IpAddress hop) -> client = hop;
          case Parsed.Malformed<IpAddress>(String problem) -> {
            return ForwardedFor.malformed(problem);
          }
        }
      }
      return Outcome.pass(new ClientAddress.Known(client));
    }
  }

  /**
   * That many proxies stand in front, whatever their addresses are, each of which adds to {@code
   * X-Forwarded-For}: the client is the element of that number from the right. With fewer elements
   * a proxy was passed by, and the client is unknown.
   *
   * <p>Not guaranteed: a client that reaches the pod without passing the proxies can name any
   * address. Trusted addresses are the better choice where they can be known.
   *
   * @param hops at least 1; the peer is the first
   */
  record ForwardedByHops(int hops) implements ClientAddressSource {

    public ForwardedByHops {
      if (hops < 1) {
        throw new IllegalArgumentException("at least one hop");
      }
    }

    @Override
    public Outcome<ClientAddress> locate(InetAddress peer, HeaderFields headers) {
      var elements = ForwardedFor.from(headers).limit(hops).toList();
      var farthest = IpAddress.of(peer);
      for (var element : elements) {
        switch (IpAddress.parse(element)) {
          case Parsed.Value<IpAddress>(IpAddress hop) -> farthest = hop;
          case Parsed.Malformed<IpAddress>(String problem) -> {
            return ForwardedFor.malformed(problem);
          }
        }
      }
      return Outcome.pass(
          elements.size() == hops
              ? new ClientAddress.Known(farthest)
              : new ClientAddress.Unknown("fewer hops than the policy counts"));
    }
  }
}
