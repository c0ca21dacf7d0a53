package dev.apiauth.sidecar.exchange;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.sidecar.forward.Outbound;
import dev.apiauth.sidecar.pipeline.Trail;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What goes to the product where nothing is enforced. */
final class Passage {

  private static final String TOKEN_PARAMETER = "access_token";

  private Passage() {}

  /** Everything as it came ({@code mode: Disabled}). */
  static Outbound asItCame(Trail trail) {
    return outbound(trail, new UpstreamIdentity.AsItCame(), trail.head().target());
  }

  /**
   * As it came, but for tokens of our providers, which the product must never see ({@code mode:
   * Shadow}).
   */
  static Outbound withoutToken(Trail trail) {
    RequestHead head = trail.head();
    boolean token = trail.policy().router().holdsForeignToken(head.headers());
    return outbound(
        trail,
        token ? new UpstreamIdentity.AsItCameWithoutToken() : new UpstreamIdentity.AsItCame(),
        withoutTokenParameter(head.target()));
  }

  private static Outbound outbound(Trail trail, UpstreamIdentity identity, String uri) {
    return Outbound.asItCame(
        trail.head(), uri, identity, trail.target(), trail.client(), trail.policy());
  }

  private static String withoutTokenParameter(String target) {
    int question = target.indexOf('?');
    if (question < 0
        || Parameters.parse(target.substring(question + 1)).first(TOKEN_PARAMETER).isEmpty())
      return target;
    String rest =
        Arrays.stream(target.substring(question + 1).split("[&;]", -1))
            .filter(parameter -> Parameters.parse(parameter).first(TOKEN_PARAMETER).isEmpty())
            .collect(Collectors.joining("&"));
    return rest.isEmpty()
        ? target.substring(0, question)
        : target.substring(0, question + 1) + rest;
  }
}
