package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.Asserted;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.RequestHead;
import java.util.Optional;

/**
 * What goes to the product.
 *
 * @param head the request as it came
 * @param uri the request target that is sent
 * @param identity what the product gets to see of the caller's identity
 * @param client where the request comes from, as the product is told
 * @param target what the request was taken for; empty where refusals are only recorded and this one
 *     has no path
 * @param policy the policy that decided
 */
public record Outbound(
    RequestHead head,
    String uri,
    UpstreamIdentity identity,
    String client,
    Optional<Target> target,
    CompiledPolicy policy) {

  /** What was allowed, in the spelling that was decided on (N5). */
  public static Outbound allowed(Asserted asserted, CompiledPolicy policy) {
    Target target = asserted.target();
    ClientAddress client = asserted.permitted().proven().routed().located().client();
    return new Outbound(
        target.head(),
        uri(target),
        asserted.identity(),
        address(client, target.head()),
        Optional.of(target),
        policy);
  }

  /** What was not decided, or decided and only recorded. */
  public static Outbound asItCame(
      RequestHead head,
      String uri,
      UpstreamIdentity identity,
      Optional<Target> target,
      Optional<ClientAddress> client,
      CompiledPolicy policy) {
    String address =
        client.map(known -> address(known, head)).orElseGet(() -> head.peer().getHostAddress());
    return new Outbound(head, uri, identity, address, target, policy);
  }

  private static String uri(Target target) {
    String path = target.path().encoded();
    return target.rawQuery().map(query -> path + "?" + query).orElse(path);
  }

  private static String address(ClientAddress client, RequestHead head) {
    return switch (client) {
      case ClientAddress.Known(IpAddress address) -> address.toString();
      case ClientAddress.Unknown unknown -> head.peer().getHostAddress();
    };
  }
}
