package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.pipeline.FormSource;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a form, in which the product would look for a password, before anything is decided; what
 * was read is forwarded as it was.
 *
 * <p>Not read: the forms of login pages, which are for the product to judge, and bodies of every
 * other type, which the product does not read parameters from.
 */
public final class FormBody implements FormSource {

  /** The longest form that is read, in bytes (Q2): as much as Tomcat reads parameters from. */
  public static final int LONGEST = 2 * 1024 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpServerRequest request;
  private Optional<Buffer> read = Optional.empty();

  /** Of a paused request. */
  public FormBody(HttpServerRequest request) {
    this.request = request;
  }

  /** The body, if it was a form and was read. */
  public Optional<Buffer> buffer() {
    return read;
  }

  @Override
  public Future<Outcome<Parameters>> parameters(Target target) {
    if (!isForm(target)) return FormSource.NONE.parameters(target);
    if (announcedLength() > LONGEST)
      return Future.succeededFuture(Outcome.refuse(Reason.FORM_TOO_LARGE, LONGEST));
    var promise = Promise.<Outcome<Parameters>>promise();
    var body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() + part.length() > LONGEST) {
            promise.tryComplete(Outcome.refuse(Reason.FORM_TOO_LARGE, LONGEST));
          } else {
            body.appendBuffer(part);
          }
        });
    request.exceptionHandler(
        gone ->
            promise.tryComplete(
                Outcome.refuse(Reason.MALFORMED_MESSAGE, "the form did not arrive whole")));
    request.endHandler(ended -> promise.tryComplete(whole(body)));
    if (request.headers().contains("Expect")) request.response().writeContinue();
    request.resume();
    return promise.future();
  }

  private Outcome<Parameters> whole(Buffer body) {
    read = Optional.of(body);
    return Outcome.pass(Parameters.parse(body.toString(StandardCharsets.ISO_8859_1)));
  }

  private static boolean isForm(Target target) {
    return target.pathClass() != PathClass.LOGIN
        && target.pathClass() != PathClass.HEALTH
        && target.head().headers().all("Content-Type").stream()
            .map(FormBody::mediaType)
            .anyMatch(FORM::equals);
  }

  /** As Tomcat finds it: up to the first semicolon, without spaces and tabs around. */
  private static String mediaType(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }

  private long announcedLength() {
    String length = request.getHeader("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }
}
