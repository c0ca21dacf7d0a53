package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.decide.GitOperations;
import dev.apiauth.policy.decide.LargeFileBatch;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.pipeline.BodySource;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the bodies that must be known before anything is decided: forms, in which the product would
 * look for a password, and Git LFS batches, which say there what they do. What was read is
 * forwarded as it was.
 *
 * <p>Not read: the forms of login pages, which are for the product to judge, and bodies of every
 * other type, which the product does not read parameters from.
 */
public final class InspectedBody implements BodySource {

  /** The longest form that is read, in bytes (Q2): as much as Tomcat reads parameters from. */
  public static final int LONGEST_FORM = 2 * 1024 * 1024;

  private static final String FORM = "application/x-www-form-urlencoded";

  private final BoundedBody body;

  /** Of a paused request. */
  public InspectedBody(HttpServerRequest request) {
    this.body = new BoundedBody(request);
  }

  /** The body, if it was read. */
  public Optional<Buffer> buffer() {
    return body.buffer();
  }

  @Override
  public Future<Outcome<Parameters>> parameters(Target target) {
    return isForm(target)
        ? body.read(LONGEST_FORM, Reason.FORM_TOO_LARGE).map(read -> read.map(InspectedBody::form))
        : NONE.parameters(target);
  }

  @Override
  public Future<Outcome<Target>> operation(Target target) {
    if (!isBatch(target)) return NONE.operation(target);
    return body.read(LargeFileBatch.LONGEST, Reason.BATCH_TOO_LARGE)
        .map(
            read ->
                read.map(
                    batch ->
                        target.doing(
                            LargeFileBatch.operation(target.head().headers(), batch.getBytes()))));
  }

  private static Parameters form(Buffer body) {
    return Parameters.parse(body.toString(StandardCharsets.ISO_8859_1));
  }

  private static boolean isBatch(Target target) {
    return target.pathClass() == PathClass.GIT
        && GitOperations.areToldByTheBody(target.below(), target.head().method());
  }

  private static boolean isForm(Target target) {
    return target.pathClass() != PathClass.LOGIN
        && target.pathClass() != PathClass.HEALTH
        && target.head().headers().all("Content-Type").stream()
            .map(InspectedBody::mediaType)
            .anyMatch(FORM::equals);
  }

  /** As Tomcat finds it: up to the first semicolon, without spaces and tabs around. */
  private static String mediaType(String contentType) {
    int semicolon = contentType.indexOf(';');
    String type = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    return type.strip().toLowerCase(Locale.ROOT);
  }
}
