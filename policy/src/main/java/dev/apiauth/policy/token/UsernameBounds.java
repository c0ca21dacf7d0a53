package dev.apiauth.policy.token;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which names may be acted as at all, wherever they came from.
 *
 * <p>Products compare user names without case, and databases may go further; so a denied name is
 * denied in every spelling that differs by case or by compatibility characters (Unicode NFKC) only.
 */
public final class UsernameBounds {

  private static final int MAX_LENGTH = 255;
  private static final String ANONYMOUS = "anonymous";

  private final Set<String> denied;

  /**
   * Denies these names, and {@code anonymous}.
   *
   * @param deniedUsernames as in {@code identity.deniedUsernames}, in any case
   */
  public UsernameBounds(Set<String> deniedUsernames) {
    denied =
        deniedUsernames.stream().map(UsernameBounds::fold).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The name, or {@link Reason#USER_UNMAPPED} if it cannot be one, or {@link
   * Reason#USERNAME_REFUSED} if nobody may act as it.
   */
  public Outcome<String> admit(String name) {
    Optional<String> flaw = flaw(name);
    if (flaw.isPresent()) {
      return Refusal.of(Reason.USER_UNMAPPED).finding(flaw.get()).asOutcome();
    }
    return denies(name) ? Outcome.refuse(Reason.USERNAME_REFUSED) : Outcome.pass(name);
  }

  /** Whether nobody may act as that name. */
  public boolean denies(String name) {
    String folded = fold(name);
    return folded.equals(ANONYMOUS) || denied.contains(folded);
  }

  /** Why a text cannot be a name at all, without a full stop; empty if it can. */
  public static Optional<String> flaw(String name) {
    if (name.isBlank()) {
      return Optional.of("the username is empty");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of("the username is longer than " + MAX_LENGTH + " characters");
    }
    if (!name.strip().equals(name)) {
      return Optional.of("the username begins or ends with white space");
    }
    return name.codePoints().anyMatch(UsernameBounds::isInvisible)
        ? Optional.of("the username has a control, format or unpaired surrogate character")
        : Optional.empty();
  }

  private static boolean isInvisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static String fold(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
