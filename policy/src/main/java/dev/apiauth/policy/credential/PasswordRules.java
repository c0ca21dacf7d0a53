package dev.apiauth.policy.credential;

import static dev.apiauth.policy.outcome.Outcome.pass;
import static dev.apiauth.policy.outcome.Outcome.refuse;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.PasswordsSpec;
import java.util.List;
import java.util.Optional;

/**
 * Which passwords are accepted: each way of sending one has its own switch, and hangs on no other.
 *
 * <pre>
 * basic      an exception covers it           then
 * Allow      whatever                         to the product
 * Deny       one that has not ended           to the product; the audit line names the exception
 * Deny       ended ones alone                 password_refused; the audit line says which ended
 * Deny       none                             password_refused
 * </pre>
 *
 * @param switches the three switches
 * @param exceptions who may still send one with a request
 */
public record PasswordRules(PasswordsSpec switches, List<PasswordException> exceptions) {

  /** The list is copied. */
  public PasswordRules {
    exceptions = List.copyOf(exceptions);
  }

  /** A password with a request. The exceptions are measured by the request's own time. */
  Outcome<Route> withRequest(String username, Circumstances where) {
    if (switches.basic() == AllowOrDeny.Allow) return toProduct(username, Optional.empty());
    List<PasswordException> covering =
        exceptions.stream().filter(each -> each.covers(username, where)).toList();
    return covering.stream()
        .filter(each -> !each.hasEnded(where.now()))
        .findFirst()
        .map(each -> toProduct(username, Optional.of(each.name())))
        .orElseGet(() -> refused(covering));
  }

  /** A password that a script trades for a session. */
  Outcome<Route> forSession() {
    return switches.sessionLogin() == AllowOrDeny.Allow
        ? pass(new Route.ToSessionLogin())
        : refuse(Reason.SESSION_LOGIN_REFUSED);
  }

  /** A password in front of the login page. */
  Outcome<Route> atLoginPage() {
    return switches.interactiveLogin() == AllowOrDeny.Allow
        ? pass(new Route.ToLogin())
        : refuse(Reason.INTERACTIVE_LOGIN_REFUSED);
  }

  private static Outcome<Route> toProduct(String username, Optional<String> exception) {
    return pass(new Route.ToProduct(new ProductCredential.Password(username, exception)));
  }

  private static Outcome<Route> refused(List<PasswordException> ended) {
    Refusal refusal = Refusal.of(Reason.PASSWORD_REFUSED);
    if (ended.isEmpty()) return refusal.asOutcome();
    PasswordException last = ended.getLast();
    return refusal
        .finding("exception %s ended %s".formatted(last.name(), last.notAfter()))
        .asOutcome();
  }
}
