package dev.apiauth.sidecar.identity;

import dev.apiauth.policy.decide.UpstreamIdentity.BoundToken;
import dev.apiauth.policy.decide.UpstreamIdentity.OwnPassword;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.PathClass;
import java.util.Optional;

/**
 * The alarm behind the binding: whether the product acted as the user whom the request was
 * forwarded for.
 *
 * <pre>
 * the header says     promised by the profile     then
 * the user            whatever                    right, compared without case
 * somebody else       whatever                    alarm
 * nobody              whatever                    alarm
 * nothing             yes, and not 304            alarm
 * nothing             no                          nothing to compare
 * </pre>
 */
public final class ActedAsCheck {

  private static final int NOT_MODIFIED = 304;

  private ActedAsCheck() {}

  /** The answer's word for it, or {@link Reason#ACTED_AS_OTHER}. */
  public static Outcome<Optional<ActedAs>> check(
      BoundToken bound,
      int status,
      Optional<ActedAs> said,
      PathClass pathClass,
      ProductProfile.ActedAs profile) {
    if (said.isEmpty()) {
      boolean promised = profile.promised().contains(pathClass) && status != NOT_MODIFIED;
      return promised ? alarm("it did not say as whom") : Outcome.pass(said);
    }
    Optional<String> user = said.get().user();
    if (user.isEmpty()) return alarm("it acted as nobody");
    return user.get().equalsIgnoreCase(bound.username())
        ? Outcome.pass(said)
        : alarm("it acted as " + user.get());
  }

  /**
   * The answer's word for a password's user. As nobody is right here: the password may be wrong.
   */
  public static Outcome<Optional<ActedAs>> check(OwnPassword own, Optional<ActedAs> said) {
    Optional<String> user = said.flatMap(ActedAs::user);
    return user.isEmpty() || user.get().equalsIgnoreCase(own.username())
        ? Outcome.pass(said)
        : alarm("it acted as " + user.get());
  }

  private static Outcome<Optional<ActedAs>> alarm(String finding) {
    return Refusal.of(Reason.ACTED_AS_OTHER).finding(finding).asOutcome();
  }
}
