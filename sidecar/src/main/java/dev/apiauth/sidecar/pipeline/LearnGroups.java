package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Grouped;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.identity.ProductGroups;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** Finds out which groups count for a caller: the credential's own, or the product's. */
public final class LearnGroups {

  private final TokensOnFile onFile;
  private final ProductGroups product;

  /**
   * Learns from those.
   *
   * @param onFile the token with which the product is asked, of a caller who has none of its own
   * @param product answers for the groups of its users
   */
  public LearnGroups(TokensOnFile onFile, ProductGroups product) {
    this.onFile = onFile;
    this.product = product;
  }

  /**
   * Completes with the request and the groups that count. The product is asked only where it is the
   * source and a rule names a group; what it does not answer refuses ({@link
   * Reason#GROUPS_SILENT}), as does a token on file that cannot be used.
   */
  Future<Outcome<Grouped>> groups(Proven proven, CompiledPolicy policy) {
    Principal principal = proven.principal();
    return told(principal, policy)
        .map(outcome -> outcome.map(groups -> new Grouped(proven, groups)));
  }

  private Future<Outcome<Optional<Set<String>>>> told(Principal principal, CompiledPolicy policy) {
    if (!policy.access().asksTheProduct(principal)) return known(principal.groups());
    return switch (principal) {
      case Principal.User user -> byTokenOnFile(user.username(), policy);
      case Principal.Application application -> byTokenOnFile(application.username(), policy);
      case Principal.TokenBearer bearer -> byTokenOnFile(bearer.token().username(), policy);
      case Principal.ProductUser(ProductCredential credential, Optional<String> username) ->
          byItsOwn(credential, username, policy);
      case Principal.Browser browser -> known(Optional.empty());
      case Principal.LoggingIn loggingIn -> known(Optional.empty());
      case Principal.Anonymous anonymous -> known(Optional.empty());
      case Principal.HealthProbe probe -> known(Optional.empty());
    };
  }

  private Future<Outcome<Optional<Set<String>>>> byTokenOnFile(
      String username, CompiledPolicy policy) {
    return Steps.await(
        onFile.of(username, policy), bound -> ask(bound.token(), bound.username(), policy));
  }

  /** A password is not tried twice: one that is wrong would count twice towards the CAPTCHA. */
  private Future<Outcome<Optional<Set<String>>>> byItsOwn(
      ProductCredential credential, Optional<String> username, CompiledPolicy policy) {
    Optional<String> token =
        switch (credential) {
          case ProductCredential.PersonalAccessToken(String text) -> Optional.of(text);
          case ProductCredential.OAuth2Token(String text) -> Optional.of(text);
          case ProductCredential.Password password -> Optional.empty();
          case ProductCredential.ApplicationLink link -> Optional.empty();
          case ProductCredential.TransferToken transfer -> Optional.empty();
        };
    return token.isPresent() && username.isPresent()
        ? ask(token.get(), username.get(), policy)
        : known(Optional.empty());
  }

  private Future<Outcome<Optional<Set<String>>>> ask(
      String token, String username, CompiledPolicy policy) {
    return product.of(token, username, policy).map(answer -> answer.map(Optional::of));
  }

  private static Future<Outcome<Optional<Set<String>>>> known(Optional<Set<String>> groups) {
    return Future.succeededFuture(Outcome.pass(groups));
  }
}
