package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.request.RequestHead;
import java.util.List;

/**
 * What an answer needs to know of the request that it refuses.
 *
 * @param id the id that the caller can quote and the audit line carries
 * @param method the request's method; the answer to HEAD has no body
 * @param addressee who reads the answer
 * @param scopes the scopes that a token would need here, told with SCOPE_MISSING; empty for none
 */
public record RefusedRequest(String id, String method, Addressee addressee, List<String> scopes) {

  /** The list is copied. */
  public RefusedRequest {
    scopes = List.copyOf(scopes);
  }

  /** The facts of a request whose path is not known, no scopes known. */
  public static RefusedRequest of(RequestHead head) {
    return new RefusedRequest(head.id(), head.method(), Addressee.of(head), List.of());
  }

  /** The facts of this request, no scopes known. */
  public static RefusedRequest of(Target target) {
    RequestHead head = target.head();
    return new RefusedRequest(head.id(), head.method(), Addressee.of(target), List.of());
  }

  /**
   * A request whose head could not be read: challenged by nothing, answered like GET.
   *
   * @param id names the request in the answer and the audit line
   */
  public static RefusedRequest unread(String id) {
    return new RefusedRequest(id, "GET", Addressee.PREFLIGHT, List.of());
  }

  /** The same request; a token would need these scopes. */
  public RefusedRequest needing(List<String> needed) {
    return new RefusedRequest(id, method, addressee, needed);
  }
}
