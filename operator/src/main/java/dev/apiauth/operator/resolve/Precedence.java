package dev.apiauth.operator.resolve;

import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several resources for one workload goes first: the oldest, then the lower UID. */
final class Precedence {

  private static final Comparator<UncheckedApiAuth> OLDEST_FIRST =
      Comparator.comparing(
              (UncheckedApiAuth resource) -> resource.getMetadata().getCreationTimestamp())
          .thenComparing(Precedence::uid);

  private Precedence() {}

  /** The resource that goes before the observed one; empty if that is the first itself. */
  static Optional<UncheckedApiAuth> winnerOver(Observed observed) {
    return Stream.concat(Stream.of(observed.resource()), observed.rivals().stream())
        .min(OLDEST_FIRST)
        .filter(first -> !uid(first).equals(uid(observed.resource())));
  }

  private static String uid(UncheckedApiAuth resource) {
    return resource.getMetadata().getUid();
  }
}
