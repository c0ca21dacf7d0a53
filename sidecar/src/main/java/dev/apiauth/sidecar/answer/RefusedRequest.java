package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.request.RequestHead;
import java.util.List;

/**
 * What an answer needs to know of the request that it refuses.
 *
 * @param id the id that the caller can quote and the audit line carries
 * @param method the request's method; the answer to HEAD has no body
 * @param challenging whether the caller can do something with a challenge
 * @param scopes the scopes that a token would need here, told with SCOPE_MISSING; empty for none
 */
public record RefusedRequest(
    String id, String method, Challenging challenging, List<String> scopes) {

  /** The list is copied. */
  public RefusedRequest {
    scopes = List.copyOf(scopes);
  }

  /** The facts of this request, no scopes known. */
  public static RefusedRequest of(RequestHead head) {
    return new RefusedRequest(head.id(), head.method(), Challenging.of(head), List.of());
  }

  /**
   * A request whose head could not be read: challenged by nothing, answered like GET.
   *
   * @param id names the request in the answer and the audit line
   */
  public static RefusedRequest unread(String id) {
    return new RefusedRequest(id, "GET", Challenging.NONE, List.of());
  }

  /** The same request; a token would need these scopes. */
  public RefusedRequest needing(List<String> needed) {
    return new RefusedRequest(id, method, challenging, needed);
  }
}
