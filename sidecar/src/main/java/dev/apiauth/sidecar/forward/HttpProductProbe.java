package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.sidecar.identity.ActedAs;
import dev.apiauth.sidecar.identity.Caller;
import dev.apiauth.sidecar.identity.ProductProbe;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks the product "who am I" over HTTP, as its profile says. */
public final class HttpProductProbe implements ProductProbe {

  private static final int LONGEST_NAME = 1024;

  /** A page in the place of a name is not read to its end; a product's own pages are below that. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final ProductQuestions questions;

  /** Asks that way. */
  public HttpProductProbe(ProductQuestions questions) {
    this.questions = questions;
  }

  @Override
  public Future<Outcome<Optional<String>>> whoAmI(Caller caller, CompiledPolicy policy) {
    ProductProfile profile = policy.product().profile();
    return questions.get(profile.probe().path(), caller, policy, answer -> user(answer, profile));
  }

  private static Future<Outcome<Optional<String>>> user(
      HttpClientResponse answer, ProductProfile profile) {
    if (answer.statusCode() >= 500) return drained(answer, silent("status " + answer.statusCode()));
    if (answer.statusCode() != 200) return drained(answer, Outcome.pass(Optional.empty()));
    if (profile.probe().user() == ProductProfile.ProbeAnswer.Header) {
      return drained(
          answer,
          Outcome.pass(ActedAs.in(answer.headers(), profile.actedAs()).flatMap(ActedAs::user)));
    }
    return BoundedAnswer.of(answer, LONGEST_ANSWER).map(body -> named(body, profile));
  }

  private static Outcome<Optional<String>> named(Optional<Buffer> body, ProductProfile profile) {
    return body.map(whole -> Outcome.pass(name(whole, profile)))
        .orElseGet(() -> silent("more than " + LONGEST_ANSWER + " bytes"));
  }

  private static <T> Outcome<T> silent(String finding) {
    return Refusal.of(Reason.PRODUCT_UNREACHABLE).finding("probe: " + finding).asOutcome();
  }

  private static Optional<String> name(Buffer body, ProductProfile profile) {
    if (body.length() > LONGEST_NAME) return Optional.empty();
    String name = body.toString(StandardCharsets.UTF_8).strip();
    boolean nobody =
        name.isEmpty() || name.equals(profile.actedAs().anonymous()) || name.startsWith("<");
    return nobody ? Optional.empty() : Optional.of(name);
  }

  /** What follows says nothing more; it is read for the connection's sake, which may end for it. */
  private static Future<Outcome<Optional<String>>> drained(
      HttpClientResponse answer, Outcome<Optional<String>> outcome) {
    return BoundedAnswer.of(answer, LONGEST_ANSWER).map(outcome);
  }
}
