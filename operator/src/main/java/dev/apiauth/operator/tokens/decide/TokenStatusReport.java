package dev.apiauth.operator.tokens.decide;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.PreviousToken;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.operator.status.MessageText;
import dev.apiauth.policy.resolve.TokenRequest;
import dev.apiauth.policy.spec.Durations;
import dev.apiauth.policy.spec.RotationSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From facts to the status that users read. Pure: the same facts are the same status, so that an
 * idle token is never written.
 */
public final class TokenStatusReport {

  private static final String READY = "Ready";

  private TokenStatusReport() {}

  /** The verdict about a token that has a value and is accepted. */
  public static TokenVerdict issued(TokenFacts facts) {
    Issuance issuance = facts.issuance();
    AtlassianApiTokenStatus status = issuance.status();
    boolean soon = !facts.now().isBefore(Lifespan.of(issuance).lastDays());
    String message =
        "Token %s acts as %s until %s. Its value was written to Secret %s, once."
            .formatted(
                status.tokenId(), issuance.spec().username(), issuance.end(), status.secretName());
    return TokenVerdict.yes(
        soon ? TokenReason.ExpiresSoon : TokenReason.Issued, message + former(facts));
  }

  private static String former(TokenFacts facts) {
    return previous(facts.issuance().status(), facts.now())
        .map(was -> " The one before it, %s, until %s.".formatted(was.tokenId(), was.validUntil()))
        .orElse("");
  }

  /** The status of a token whose spec cannot be read: what was issued stays on record. */
  public static AtlassianApiTokenStatus unreadable(
      long generation, AtlassianApiTokenStatus before, String message, Instant now) {
    TokenVerdict verdict = TokenVerdict.no(TokenReason.Invalid, message);
    return with(
        before,
        generation,
        condition(verdict, generation, before, now),
        before.expiresAt(),
        before.previous());
  }

  /** The status of a token about which nothing is done. */
  public static AtlassianApiTokenStatus of(TokenFacts facts, TokenVerdict verdict) {
    AtlassianApiTokenStatus before = facts.issuance().status();
    long generation = facts.issuance().metadata().getGeneration();
    return with(
        before,
        generation,
        condition(verdict, generation, before, facts.now()),
        facts.issuance().end().toString(),
        previous(before, facts.now()).orElse(null));
  }

  /** What is on record once a value was made; its condition is that of before. */
  public static Issuance recorded(TokenFacts facts, NewValue value) {
    Issuance issuance = facts.issuance();
    AtlassianApiTokenStatus before = issuance.status();
    RotationSpec rotation = issuance.spec().rotation();
    return new Issuance(
        issuance.metadata(),
        issuance.spec(),
        issuance.end(),
        new AtlassianApiTokenStatus(
            before.observedGeneration(),
            before.conditions(),
            value.id(),
            value.hash().hex(),
            value.made().toString(),
            rotation == null ? null : rotation.trigger(),
            value.secret(),
            issuance.end().toString(),
            replaced(issuance, value)));
  }

  /** The former value, for as long as both are valid. */
  private static @Nullable PreviousToken replaced(Issuance issuance, NewValue value) {
    AtlassianApiTokenStatus before = issuance.status();
    RotationSpec rotation = issuance.spec().rotation();
    if (rotation == null || before.tokenId() == null || before.hash() == null) return null;
    Instant until = value.made().plus(Durations.parse(rotation.overlap()));
    Instant end = until.isBefore(issuance.end()) ? until : issuance.end();
    return new PreviousToken(before.tokenId(), before.hash(), end.toString());
  }

  private static Optional<PreviousToken> previous(AtlassianApiTokenStatus status, Instant now) {
    return Optional.ofNullable(status.previous())
        .filter(was -> TokenRequest.moment(was.validUntil()).filter(now::isBefore).isPresent());
  }

  private static AtlassianApiTokenStatus with(
      AtlassianApiTokenStatus before,
      long generation,
      StatusCondition ready,
      @Nullable String end,
      @Nullable PreviousToken previous) {
    return new AtlassianApiTokenStatus(
        generation,
        List.of(ready),
        before.tokenId(),
        before.hash(),
        before.issuedAt(),
        before.trigger(),
        before.secretName(),
        end,
        previous);
  }

  private static StatusCondition condition(
      TokenVerdict verdict, long generation, AtlassianApiTokenStatus before, Instant now) {
    String status = verdict.status().name();
    String since =
        before.conditions().stream()
            .filter(was -> was.type().equals(READY) && was.status().equals(status))
            .map(StatusCondition::lastTransitionTime)
            .findFirst()
            .orElseGet(() -> now.truncatedTo(ChronoUnit.SECONDS).toString());
    return new StatusCondition(
        READY,
        status,
        verdict.reason().name(),
        MessageText.bounded(verdict.message()),
        since,
        generation);
  }
}
