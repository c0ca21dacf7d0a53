package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.spec.AllowOrDeny;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/** Builds the header fields of the answer to the client from the product's. */
final class AnswerFields {

  private AnswerFields() {}

  /** Fills the fields of {@code to} from the product's answer. */
  static void fill(MultiMap to, MultiMap from, Outbound outbound) {
    Set<String> nominated = HiddenFields.nominated(from.getAll("Connection"));
    from.forEach(
        field -> {
          String name = field.getKey().toLowerCase(Locale.ROOT);
          if (!HiddenFields.isHopByHop(name)
              && !nominated.contains(name)
              && passes(name, field.getValue(), outbound)) {
            to.add(field.getKey(), field.getValue());
          }
        });
    if (isRewritten(outbound)) to.set("Cache-Control", "private, no-store");
  }

  private static boolean passes(String name, String value, Outbound outbound) {
    return switch (name) {
      case "set-cookie" ->
          CookieRules.reachesClient(
              value, outbound.identity(), outbound.policy().product().sessionCookies());
      case "www-authenticate" ->
          !isBasic(value)
              || outbound.policy().passwords().basic() == AllowOrDeny.Allow
              || isForGit(outbound);
      default -> true;
    };
  }

  /**
   * A challenge to send a password must not come from behind us where passwords are refused (B5).
   */
  private static boolean isBasic(String challenge) {
    return challenge.regionMatches(true, 0, "Basic", 0, 5);
  }

  /** git answers no other challenge, and what it sends as a password may be a token. */
  private static boolean isForGit(Outbound outbound) {
    return outbound.target().filter(target -> target.pathClass() == PathClass.GIT).isPresent();
  }

  /**
   * {@code /s/…/_/rest/…} is served with public caching headers, whatever it is (3-atlassian 3.5):
   * an answer for a caller must not be kept for the next one.
   */
  private static boolean isRewritten(Outbound outbound) {
    boolean forSomebody = !(outbound.identity() instanceof UpstreamIdentity.Nobody);
    return forSomebody
        && outbound
            .target()
            .filter(target -> target.pathClass() != PathClass.STATIC)
            .filter(target -> !target.path().decoded().equals(asServed(target, outbound)))
            .isPresent();
  }

  private static String asServed(Target target, Outbound outbound) {
    return outbound.policy().product().context() + target.below().value();
  }
}
