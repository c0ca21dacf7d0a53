package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import java.util.Optional;

/**
 * Who may call, and from where. Binds every request with an API credential, whatever its path.
 *
 * @param groups whose members
 * @param cidrs from which networks; empty for everywhere
 */
public record AccessRules(GroupRule groups, Optional<CidrSet> cidrs) {

  /**
   * Whether calls may come from there. An address that cannot be told is refused wherever a network
   * is named.
   */
  public Outcome<ClientAddress> from(ClientAddress client) {
    if (cidrs.isEmpty()) return Outcome.pass(client);
    return switch (client) {
      case ClientAddress.Known(IpAddress address) ->
          cidrs.get().contains(address)
              ? Outcome.pass(client)
              : Outcome.refuse(Reason.ADDRESS_REFUSED);
      case ClientAddress.Unknown(String why) ->
          Refusal.of(Reason.CLIENT_ADDRESS_UNKNOWN).finding(why).asOutcome();
    };
  }

  /**
   * Whether that caller may call. A listed application link passes without groups: the product
   * verifies it, and nobody else can tell its groups. So does the holder of a transfer token, which
   * the product gives only to whoever passed here with another credential.
   */
  public Outcome<Principal> permit(Principal principal) {
    return switch (principal) {
      case Principal.User user -> groups.permit(user, user.groups());
      case Principal.Application application -> groups.permit(application, application.groups());
      case Principal.TokenBearer bearer -> groups.permit(bearer, bearer.token().groups());
      case Principal.ProductUser(
              ProductCredential.ApplicationLink link,
              Optional<String> username) ->
          Outcome.pass(principal);
      case Principal.ProductUser(
              ProductCredential.TransferToken token,
              Optional<String> username) ->
          Outcome.pass(principal);
      case Principal.ProductUser user -> groups.permit(user, Optional.empty());
      case Principal.Browser browser -> Outcome.pass(browser);
      case Principal.LoggingIn loggingIn -> Outcome.pass(loggingIn);
      case Principal.Anonymous anonymous -> Outcome.pass(anonymous);
      case Principal.HealthProbe probe -> Outcome.pass(probe);
    };
  }
}
