package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.spec.EnrolmentSpec;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a caller is told who has no token on file that can be used: what to do and where, in the
 * sentence and as a link of the type {@code help} (RFC 8288).
 *
 * @param message what to do; empty where nobody said
 * @param url where; empty where nobody said
 */
public record Enrolment(Optional<String> message, Optional<String> url) {

  /** Nobody said anything. */
  public static final Enrolment UNTOLD = new Enrolment(Optional.empty(), Optional.empty());

  private static final Set<Reason> MENDED_BY_IT =
      Set.of(Reason.VAULT_ENTRY_MISSING, Reason.VAULT_ENTRY_EXPIRED, Reason.VAULT_ENTRY_DEAD);

  /** As the policy has it. */
  public static Enrolment of(Optional<EnrolmentSpec> spec) {
    return spec.map(
            told ->
                new Enrolment(Optional.ofNullable(told.message()), Optional.ofNullable(told.url())))
        .orElse(UNTOLD);
  }

  /** The refusal; its sentence also says what to do where enrolment would mend it. */
  Refusal told(Refusal refusal) {
    if (!mends(refusal)) return refusal;
    String sentence =
        Stream.of(Optional.of(refusal.sentence()), message, url)
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return new Refusal(refusal.reason(), sentence, refusal.finding(), refusal.retryAfter());
  }

  /** Where to go, where enrolment would mend the refusal. */
  Optional<HeaderField> link(Refusal refusal) {
    return url.filter(where -> mends(refusal))
        .map(where -> new HeaderField("Link", "<%s>; rel=\"help\"".formatted(where)));
  }

  private static boolean mends(Refusal refusal) {
    return MENDED_BY_IT.contains(refusal.reason());
  }
}
