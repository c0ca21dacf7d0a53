package dev.apiauth.sidecar.audit;

import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.PathClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is recorded about one decision. Text that is not known is empty, and is left out of the
 * line.
 *
 * <p>It has no place for a credential, a query or a header. Text that came from outside is redacted
 * and bounded when the line is written, not here.
 *
 * @param time when the request was decided
 * @param requestId the id that the answer carries too
 * @param request what was asked
 * @param presented what came with it, proven or not
 * @param caller who asked, as far as it became known
 * @param decision what was decided and why
 * @param effect what came of it
 * @param policy the first digits of the hash of the policy that decided; empty where none was
 *     loaded
 */
public record AuditLine(
    Instant time,
    String requestId,
    Request request,
    Presented presented,
    Caller caller,
    Decision decision,
    Effect effect,
    String policy) {

  /**
   * What was asked.
   *
   * @param method the method
   * @param pathClass what kind of thing the path is; empty if the request ended before that
   * @param path the canonical path, without query
   */
  public record Request(String method, Optional<PathClass> pathClass, String path) {}

  /**
   * What came with a request, proven or not: enough to find who still uses what.
   *
   * @param credential the kind of credential and where it stood: {@code bearer}, {@code basic},
   *     {@code api_key}, {@code parameters}, {@code signature}, {@code session_login}, {@code
   *     login_page}, {@code other} or {@code none}; empty if the request ended before it was looked
   *     for
   * @param claimedUser whom a Basic header, os_username or a signature claims; not proven
   * @param userAgent the first word of User-Agent; anybody can write it
   */
  public record Presented(String credential, String claimedUser, String userAgent) {

    /** Nothing was looked at. */
    public static final Presented NOTHING = new Presented("", "", "");
  }

  /**
   * Who asked.
   *
   * @param address the client's address
   * @param kind the kind of principal, such as {@code user} or {@code application}
   * @param user the user of the product
   * @param provider the identity provider that vouched
   * @param clientId the application, where one acts for itself: by its own token, or by an
   *     application link
   * @param apiToken which API token, where it is one: its public id and where it comes from
   */
  public record Caller(
      String address, String kind, String user, String provider, String clientId, String apiToken) {

    /** Somebody without an API token. */
    public Caller(String address, String kind, String user, String provider, String clientId) {
      this(address, kind, user, provider, clientId, "");
    }

    /** The bearer of an API token. */
    public static Caller bearing(String apiToken, String user, String address) {
      return new Caller(address, "api-token", user, "", "", apiToken);
    }

    /** Nothing but an address is known. */
    public static Caller unknown(String address) {
      return new Caller(address, "", "", "", "");
    }
  }

  /**
   * What was decided and why.
   *
   * @param verdict what was decided
   * @param reason the code of the reason; empty with ALLOW
   * @param finding what there is to say beyond the reason's sentence
   */
  public record Decision(Verdict verdict, String reason, String finding) {

    /** It went to the product. */
    public static Decision allowed() {
      return allowed("");
    }

    /**
     * It went to the product.
     *
     * @param finding what let it through, where that is not the rule; empty otherwise
     */
    public static Decision allowed(String finding) {
      return new Decision(Verdict.ALLOW, "", finding);
    }

    /** It was refused. */
    public static Decision denied(Refusal refusal) {
      return of(Verdict.DENY, refusal);
    }

    /** It would have been refused, but the mode is Shadow. */
    public static Decision wouldBeDenied(Refusal refusal) {
      return of(Verdict.WOULD_DENY, refusal);
    }

    private static Decision of(Verdict verdict, Refusal refusal) {
      return new Decision(verdict, refusal.reason().code(), refusal.finding());
    }
  }

  /**
   * What came of it.
   *
   * @param status the status that the caller got; 0 if the caller went away before
   * @param productStatus the status of the product's answer; empty if it was not asked
   * @param actedAs the user that the product says it acted as
   * @param duration from the request's head to the end of the answer
   */
  public record Effect(int status, OptionalInt productStatus, String actedAs, Duration duration) {}
}
