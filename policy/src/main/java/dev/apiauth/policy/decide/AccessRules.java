package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.spec.GroupSource;
import dev.apiauth.policy.spec.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call, and from where. Binds every request with an API credential, whatever its path.
 *
 * @param source who says which groups a caller is in
 * @param groups whose members, and what they may do
 * @param networks from which networks
 */
public record AccessRules(GroupSource source, GroupRule groups, NetworkRule networks) {

  /**
   * Whether calls may come from there. An address that cannot be told is refused wherever a network
   * is named.
   */
  public Outcome<ClientAddress> from(ClientAddress client) {
    return networks.from(client);
  }

  /**
   * Whether the product has to be asked for that caller's groups: it is the source, and a rule
   * names a group that binds the caller.
   */
  public boolean asksTheProduct(Principal principal) {
    return source == GroupSource.Product && !groups.namesNone() && isBound(principal);
  }

  /**
   * Whether that caller may do that. A listed application link passes without groups: the product
   * verifies it, and nobody else can tell its groups. So does the holder of a transfer token, which
   * the product gives only to whoever passed here with another credential.
   *
   * @param told the groups that count; empty where nobody tells
   */
  public Outcome<Principal> permit(
      Principal principal, Optional<Set<String>> told, Operation operation) {
    return isBound(principal) ? groups.permit(principal, told, operation) : Outcome.pass(principal);
  }

  private static boolean isBound(Principal principal) {
    return switch (principal) {
      case Principal.User user -> true;
      case Principal.Application application -> true;
      case Principal.TokenBearer bearer -> true;
      case Principal.ProductUser(ProductCredential credential, Optional<String> username) ->
          isBound(credential);
      case Principal.Browser browser -> false;
      case Principal.LoggingIn loggingIn -> false;
      case Principal.Anonymous anonymous -> false;
      case Principal.HealthProbe probe -> false;
    };
  }

  private static boolean isBound(ProductCredential credential) {
    return switch (credential) {
      case ProductCredential.PersonalAccessToken token -> true;
      case ProductCredential.OAuth2Token token -> true;
      case ProductCredential.Password password -> true;
      case ProductCredential.ApplicationLink link -> false;
      case ProductCredential.TransferToken token -> false;
    };
  }
}
