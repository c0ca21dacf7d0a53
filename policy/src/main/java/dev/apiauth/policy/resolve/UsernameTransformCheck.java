package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.MapEntrySpec;
import dev.apiauth.policy.spec.TransformSpec;
import dev.apiauth.policy.spec.UsernameSpec;
import dev.apiauth.policy.token.RegexTransform;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what a schema cannot see of user name transforms: whether an expression is one. */
final class UsernameTransformCheck {

  private UsernameTransformCheck() {}

  static void check(@Nullable UsernameSpec username, String provider, Findings findings) {
    if (username == null) return;
    for (int at = 0; at < username.transform().size(); at++) {
      TransformSpec transform = username.transform().get(at);
      String field = "%s.username.transform[%d]".formatted(provider, at);
      expression(transform, field, findings);
      entries(transform.entries(), field + ".entries", findings);
    }
  }

  /**
   * Expressions are RE2's: no look-around, no back-references, and so no input for which they take
   * for ever (N7).
   */
  private static void expression(TransformSpec transform, String field, Findings findings) {
    String pattern = transform.pattern();
    String replacement = transform.replacement();
    if (pattern == null || replacement == null) return;
    RegexTransform.complaint(pattern, "")
        .ifPresentOrElse(
            why ->
                findings.error(
                    field + ".pattern",
                    "the expression " + why,
                    "Write it in the syntax of RE2, without look-around and back-references"),
            () -> replacement(pattern, replacement, field, findings));
  }

  private static void replacement(
      String pattern, String replacement, String field, Findings findings) {
    RegexTransform.complaint(pattern, replacement)
        .ifPresent(
            why ->
                findings.error(
                    field + ".replacement",
                    "the replacement " + why,
                    "Refer to groups of the pattern, and write a dollar sign as $$"));
  }

  private static void entries(
      @Nullable List<MapEntrySpec> entries, String field, Findings findings) {
    if (entries == null) return;
    var seen = new HashSet<String>();
    for (MapEntrySpec entry : entries) {
      if (!seen.add(entry.from())) {
        findings.error(
            field, "\"%s\" is mapped twice".formatted(entry.from()), "Keep one of the entries");
      }
    }
  }
}
