package dev.apiauth.sidecar.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;

/** Refusals for git and Git LFS, which show them to the person in front of them. */
final class GitWords {

  private static final ErrorTemplate LARGE_FILES =
      ErrorTemplate.of(
          JsonNodeFactory.instance
              .objectNode()
              .put("message", "$message ($code)")
              .put("request_id", "$requestId"));

  private static final String NO_PASSWORD =
      "Passwords are not accepted. Give git a token in place of the password.";

  private GitWords() {}

  /** The sentence; for a refused password the product's own words would lead nowhere. */
  static String sentence(Refusal refusal) {
    return refusal.reason() == Reason.PASSWORD_REFUSED ? NO_PASSWORD : refusal.sentence();
  }

  /** One line: the sentence, and what a person who asks for help can quote. */
  static String text(ErrorTemplate.Filling filling) {
    return "%s (%s, request %s)\n"
        .formatted(filling.message(), filling.code(), filling.requestId());
  }

  /** Git LFS's error object. */
  static String json(ErrorTemplate.Filling filling) {
    return LARGE_FILES.fill(filling);
  }
}
