package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.RequestHead;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Admits requests whose head has one meaning; the first step, and one that knows no policy.
 *
 * <p>Framing is checked again here although the listener reads it off the octets: a head may come
 * from another front (a file for {@code explain}, a gateway that asks).
 *
 * <p>An {@code Upgrade} to anything but {@code websocket} is not refused but ignored (RFC 9110,
 * section 7.8): Java's HTTP client offers {@code h2c} with its first request. No step acts on it
 * and it is not forwarded, so no 101 can come of it (F19).
 */
public final class AdmitRequest {

  /**
   * RFC 9110 without CONNECT and TRACE (S18), PATCH (RFC 5789) and WebDAV (RFC 4918), which
   * Confluence speaks. A method that nobody here knows is 501 (RFC 9110, section 9.1).
   */
  private static final Set<String> METHODS =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "OPTIONS",
          "PATCH",
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK");

  /** In the order in which they are asked; the first refusal counts. */
  private final List<Function<RequestHead, Optional<Refusal>>> checks =
      List.of(
          AdmitRequest::method,
          AdmitRequest::host,
          AdmitRequest::framing,
          AdmitRequest::authorization,
          AdmitRequest::expectation,
          WebSocketHandshake::check);

  /**
   * Passes {@code head} on unchanged.
   *
   * @return refuses with {@link Reason#METHOD_REFUSED}, {@link Reason#DUPLICATE_HOST} (S20), {@link
   *     Reason#MALFORMED_MESSAGE}, {@link Reason#TRANSFER_CODING_REFUSED} (S1 to S4), {@link
   *     Reason#DUPLICATE_AUTHORIZATION} (B7), {@link Reason#EXPECTATION_UNKNOWN} (S17) or {@link
   *     Reason#UPGRADE_REFUSED} (F18). The connection is to be closed after any of them
   */
  public Outcome<RequestHead> check(RequestHead head) {
    for (var check : checks) {
      Optional<Refusal> refusal = check.apply(head);
      if (refusal.isPresent()) {
        return refusal.get().asOutcome();
      }
    }
    return Outcome.pass(head);
  }

  private static Optional<Refusal> method(RequestHead head) {
    return METHODS.contains(head.method()) ? Optional.empty() : refused(Reason.METHOD_REFUSED);
  }

  /** Also for HTTP/1.0, which does without: every rule that compares hosts may rely on one. */
  private static Optional<Refusal> host(RequestHead head) {
    List<String> hosts = head.headers().all("Host");
    if (hosts.size() != 1) {
      return refused(Reason.DUPLICATE_HOST);
    }
    return HostSyntax.isValid(hosts.getFirst())
        ? Optional.empty()
        : malformed("Host is not a host and a port");
  }

  private static Optional<Refusal> framing(RequestHead head) {
    HeaderFields headers = head.headers();
    return headers.has("Content-Length") || headers.has("Transfer-Encoding")
        ? bodyFraming(headers.all("Content-Length"), headers.all("Transfer-Encoding"))
        : Optional.empty();
  }

  private static Optional<Refusal> bodyFraming(List<String> lengths, List<String> codings) {
    if (lengths.size() + codings.size() > 1) {
      return malformed("its body is framed in more than one way");
    }
    if (!lengths.stream().allMatch(AdmitRequest::isLength)) {
      return malformed("Content-Length is not one number");
    }
    return codings.stream().allMatch("chunked"::equalsIgnoreCase)
        ? Optional.empty()
        : refused(Reason.TRANSFER_CODING_REFUSED);
  }

  /** Up to 18 digits: every such number fits, and a larger body does not exist. */
  private static boolean isLength(String value) {
    return !value.isEmpty()
        && value.length() <= 18
        && value.chars().allMatch(octet -> octet >= '0' && octet <= '9');
  }

  private static Optional<Refusal> authorization(RequestHead head) {
    return head.headers().all("Authorization").size() <= 1
        ? Optional.empty()
        : refused(Reason.DUPLICATE_AUTHORIZATION);
  }

  private static Optional<Refusal> expectation(RequestHead head) {
    HeaderFields headers = head.headers();
    return !headers.has("Expect")
            || headers.all("Expect").stream().allMatch("100-continue"::equalsIgnoreCase)
        ? Optional.empty()
        : refused(Reason.EXPECTATION_UNKNOWN);
  }

  private static Optional<Refusal> malformed(String finding) {
    return Optional.of(Refusal.of(Reason.MALFORMED_MESSAGE, finding));
  }

  private static Optional<Refusal> refused(Reason reason) {
    return Optional.of(Refusal.of(reason));
  }
}
