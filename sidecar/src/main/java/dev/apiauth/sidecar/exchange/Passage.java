package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.token.ApiTokenText;
import dev.apiauth.sidecar.forward.Outbound;
import dev.apiauth.sidecar.pipeline.Trail;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What goes to the product where nothing is enforced. */
final class Passage {

  private static final String TOKEN_PARAMETER = "access_token";

  private Passage() {}

  /**
   * Everything as it came, but for API tokens of this service: the product would take one for a
   * wrong password, and count it ({@code mode: Disabled}). A token of a provider passes, since the
   * product may have an app that takes it.
   */
  static Outbound asItCame(Trail trail) {
    return without(trail, trail.policy().router()::holdsApiToken, ApiTokenText::claims);
  }

  /**
   * As it came, but for tokens of our providers, which the product must never see ({@code mode:
   * Shadow}).
   */
  static Outbound withoutToken(Trail trail) {
    return without(trail, trail.policy().router()::holdsForeignToken, anything -> true);
  }

  private static Outbound without(
      Trail trail, Predicate<HeaderFields> holdsToken, Predicate<String> isToken) {
    RequestHead head = trail.head();
    UpstreamIdentity identity =
        holdsToken.test(head.headers())
            ? new UpstreamIdentity.AsItCameWithoutToken()
            : new UpstreamIdentity.AsItCame();
    return Outbound.asItCame(
        head,
        withoutParameter(head.target(), isToken),
        identity,
        trail.target(),
        trail.client(),
        trail.policy());
  }

  private static String withoutParameter(String target, Predicate<String> isToken) {
    int question = target.indexOf('?');
    if (question < 0 || !holdsToken(target.substring(question + 1), isToken)) return target;
    String rest =
        Arrays.stream(target.substring(question + 1).split("[&;]", -1))
            .filter(parameter -> !holdsToken(parameter, isToken))
            .collect(Collectors.joining("&"));
    return rest.isEmpty()
        ? target.substring(0, question)
        : target.substring(0, question + 1) + rest;
  }

  private static boolean holdsToken(String query, Predicate<String> isToken) {
    return Parameters.parse(query).first(TOKEN_PARAMETER).filter(isToken).isPresent();
  }
}
