package dev.apiauth.sidecar.answer;

import static dev.apiauth.policy.outcome.Status.FORBIDDEN;
import static dev.apiauth.policy.outcome.Status.UNAUTHORIZED;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.HeaderField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns refusals into answers: JSON in the product's error shape, or what git shows; never a page.
 *
 * <p>Made once for a policy; an answer then costs one concatenation. Thread-safe.
 */
public final class RefusalAnswers {

  private static final HeaderField NO_STORE = new HeaderField("Cache-Control", "no-store");
  private static final HeaderField NO_SNIFFING =
      new HeaderField("X-Content-Type-Options", "nosniff");
  private static final HeaderField CLOSE = new HeaderField("Connection", "close");

  private final ErrorTemplate shape;
  private final ErrorTemplate passwordShape;
  private final BearerChallenge challenge;
  private final HeaderField basicChallenge;
  private final Enrolment enrolment;

  private RefusalAnswers(
      ErrorTemplate shape, ErrorTemplate passwordShape, String realm, Enrolment enrolment) {
    this.shape = shape;
    this.passwordShape = passwordShape;
    this.enrolment = enrolment;
    this.challenge = new BearerChallenge(realm);
    this.basicChallenge = new HeaderField("WWW-Authenticate", BasicChallenge.value(realm));
  }

  /**
   * Answers in a product's error shape.
   *
   * @param shapes the product's
   * @param realm what the credentials are for, as challenges call it
   * @param enrolment what a caller is told who has no token on file
   */
  public static RefusalAnswers of(
      ProductProfile.Refusals shapes, String realm, Enrolment enrolment) {
    return new RefusalAnswers(
        ErrorTemplate.of(shapes.body()), ErrorTemplate.of(shapes.passwordBody()), realm, enrolment);
  }

  /** Answers for as long as no policy says which product stands behind. */
  public static RefusalAnswers withoutPolicy() {
    var shape =
        JsonNodeFactory.instance
            .objectNode()
            .put("message", "$message")
            .put("code", "$code")
            .put("requestId", "$requestId");
    var template = ErrorTemplate.of(shape);
    return new RefusalAnswers(template, template, "apiauth", Enrolment.UNTOLD);
  }

  /** The answer to a request that ends with this refusal. */
  public HttpAnswer answer(Refusal refusal, RefusedRequest request) {
    int status = status(refusal, request);
    ConnectionFate connection = ConnectionFate.after(refusal.reason());
    String body = body(enrolment.told(refusal), request, status);
    List<HeaderField> headers = headers(refusal, request, connection, length(body));
    return new HttpAnswer(status, headers, hasBody(request) ? body : "", connection);
  }

  /** A 401 without a challenge is none (check B5), so who cannot be challenged gets 403. */
  private static int status(Refusal refusal, RefusedRequest request) {
    boolean unchallenged =
        refusal.reason().status() == UNAUTHORIZED && request.addressee() == Addressee.PREFLIGHT;
    return unchallenged ? FORBIDDEN.code() : refusal.reason().status().code();
  }

  private String body(Refusal refusal, RefusedRequest request, int status) {
    return switch (request.addressee()) {
      case API_CLIENT, PREFLIGHT ->
          (refusal.reason() == Reason.PASSWORD_REFUSED ? passwordShape : shape)
              .fill(filling(refusal.sentence(), refusal, request, status));
      case GIT -> GitWords.text(filling(GitWords.sentence(refusal), refusal, request, status));
      case GIT_LFS -> GitWords.json(filling(GitWords.sentence(refusal), refusal, request, status));
    };
  }

  private static ErrorTemplate.Filling filling(
      String sentence, Refusal refusal, RefusedRequest request, int status) {
    return new ErrorTemplate.Filling(sentence, refusal.reason().code(), request.id(), status);
  }

  private List<HeaderField> headers(
      Refusal refusal, RefusedRequest request, ConnectionFate connection, int length) {
    var headers = new ArrayList<HeaderField>(8);
    headers.add(new HeaderField("Content-Type", request.addressee().mediaType()));
    headers.add(new HeaderField("Content-Length", Integer.toString(length)));
    headers.add(NO_STORE);
    headers.add(NO_SNIFFING);
    headers.add(new HeaderField("X-Request-Id", request.id()));
    challenge(refusal, request).ifPresent(headers::add);
    refusal.retryAfter().ifPresent(wait -> headers.add(retryAfter(wait)));
    enrolment.link(refusal).ifPresent(headers::add);
    if (connection == ConnectionFate.CLOSE) headers.add(CLOSE);
    return headers;
  }

  private Optional<HeaderField> challenge(Refusal refusal, RefusedRequest request) {
    return switch (request.addressee()) {
      case API_CLIENT ->
          challenge
              .value(refusal, request)
              .map(value -> new HeaderField("WWW-Authenticate", value));
      case PREFLIGHT -> Optional.empty();
      case GIT, GIT_LFS ->
          refusal.reason().status() == UNAUTHORIZED
              ? Optional.of(basicChallenge)
              : Optional.empty();
    };
  }

  /** Whole seconds, at least one (RFC 9110, section 10.2.3). */
  private static HeaderField retryAfter(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return new HeaderField("Retry-After", Long.toString(seconds));
  }

  private static int length(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean hasBody(RefusedRequest request) {
    return !request.method().equals("HEAD");
  }
}
