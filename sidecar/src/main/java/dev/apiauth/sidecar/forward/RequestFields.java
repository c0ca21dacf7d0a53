package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/**
 * Builds the header fields of the request to the product from parsed ones; nothing is passed on
 * that was not looked at (S22).
 */
final class RequestFields {

  private RequestFields() {}

  /**
   * Fills the fields of {@code to}: the client's without what is hidden, and ours. Framing is the
   * caller's.
   */
  static void fill(MultiMap to, Outbound outbound) {
    HeaderFields fields = outbound.head().headers();
    Set<String> nominated = HiddenFields.nominated(fields.all("Connection"));
    fields.lines().forEach(line -> copy(line, nominated, outbound, to));
    identity(outbound, to);
    forwarded(outbound, to);
  }

  private static void copy(
      HeaderField line, Set<String> nominated, Outbound outbound, MultiMap to) {
    String name = line.name().toLowerCase(Locale.ROOT);
    if (HiddenFields.hides(name)
        || nominated.contains(name)
        || outbound.policy().apiTokens().hides(name)) return;
    switch (name) {
      case "authorization" -> {}
      case "cookie" ->
          CookieRules.passedOn(
                  line.value(), outbound.identity(), outbound.policy().product().sessionCookies())
              .ifPresent(cookies -> to.add("Cookie", cookies));
      default -> to.add(line.name(), line.value());
    }
  }

  private static void identity(Outbound outbound, MultiMap to) {
    switch (outbound.identity()) {
      case UpstreamIdentity.BoundToken(String token, String username) ->
          to.set("Authorization", "Bearer " + token);
      case UpstreamIdentity.OwnCredential own -> authorizationAsItCame(outbound, to);
      case UpstreamIdentity.OwnPassword own -> authorizationAsItCame(outbound, to);
      case UpstreamIdentity.AsItCame came -> authorizationAsItCame(outbound, to);
      case UpstreamIdentity.Nobody nobody -> {}
      case UpstreamIdentity.Cookies cookies -> {}
      case UpstreamIdentity.Login login -> {}
      case UpstreamIdentity.AsItCameWithoutToken without -> {}
    }
  }

  private static void authorizationAsItCame(Outbound outbound, MultiMap to) {
    outbound
        .head()
        .headers()
        .first("Authorization")
        .ifPresent(value -> to.set("Authorization", value));
  }

  /**
   * The product sees the world as before: the outside's scheme, host and port, from the policy and
   * never from the client.
   */
  private static void forwarded(Outbound outbound, MultiMap to) {
    to.set("X-Forwarded-For", outbound.client());
    outbound
        .policy()
        .upstream()
        .externalBase()
        .ifPresent(
            base -> {
              to.set("X-Forwarded-Proto", base.scheme());
              to.set("X-Forwarded-Host", base.host());
              to.set("X-Forwarded-Port", Integer.toString(base.port()));
            });
  }
}
