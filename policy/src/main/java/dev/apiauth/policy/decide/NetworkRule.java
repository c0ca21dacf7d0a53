package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import java.util.Optional;

/**
 * From where calls may come. Deny goes before allow.
 *
 * <pre>
 * networks are named      the client's address      then
 * none                    whatever                  allowed
 * some                    cannot be told            client_address_unknown
 * deny                    in one of them            address_refused
 * allow                   in none of them           address_refused
 * </pre>
 *
 * <p>An IPv6 address that carries an IPv4 one (NAT64, 6to4, Teredo) is denied with it, but never
 * allowed by it: who writes the wrapped form down might be somebody else.
 *
 * @param allow these alone; empty for everywhere
 * @param deny not these
 */
public record NetworkRule(Optional<CidrSet> allow, CidrSet deny) {

  /** Every network. */
  public static final NetworkRule EVERYWHERE = new NetworkRule(Optional.empty(), CidrSet.NONE);

  /** Whether calls may come from there. */
  public Outcome<ClientAddress> from(ClientAddress client) {
    if (allow.isEmpty() && deny.isEmpty()) return Outcome.pass(client);
    return switch (client) {
      case ClientAddress.Known(IpAddress address) -> from(client, address);
      case ClientAddress.Unknown(String why) ->
          Refusal.of(Reason.CLIENT_ADDRESS_UNKNOWN).finding(why).asOutcome();
    };
  }

  private Outcome<ClientAddress> from(ClientAddress client, IpAddress address) {
    Optional<Cidr> denied =
        deny.match(address).or(() -> address.carriedIpv4().flatMap(deny::match));
    if (denied.isPresent()) return refuse("in the denied network " + denied.get());
    return allow.isEmpty() || allow.get().contains(address)
        ? Outcome.pass(client)
        : refuse("in no allowed network");
  }

  private static Outcome<ClientAddress> refuse(String finding) {
    return Refusal.of(Reason.ADDRESS_REFUSED).finding(finding).asOutcome();
  }
}
