package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.decide.UpstreamIdentity;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.identity.ActedAs;
import dev.apiauth.sidecar.identity.ActedAsCheck;
import dev.apiauth.sidecar.identity.Bindings;
import io.vertx.core.http.HttpClientResponse;
import java.util.Optional;

/** Looks at each answer for whom the product acted as, and raises the alarm. */
final class ActedAsAlarm {

  private ActedAsAlarm() {}

  /** What the answer says; a mismatch also drops the binding of the token. */
  static Outcome<Optional<ActedAs>> check(
      HttpClientResponse received, Outbound outbound, Bindings bindings) {
    ProductProfile.ActedAs profile = outbound.policy().product().profile().actedAs();
    Optional<ActedAs> said = ActedAs.in(received.headers(), profile);
    if (outbound.identity() instanceof UpstreamIdentity.OwnPassword own)
      return ActedAsCheck.check(own, said);
    if (!(outbound.identity() instanceof UpstreamIdentity.BoundToken bound))
      return Outcome.pass(said);
    PathClass pathClass = outbound.target().map(Target::pathClass).orElse(PathClass.UNLISTED);
    Outcome<Optional<ActedAs>> checked =
        ActedAsCheck.check(bound, received.statusCode(), said, pathClass, profile);
    if (checked instanceof Outcome.Refused<Optional<ActedAs>>) bindings.drop(bound.token());
    return checked;
  }
}
