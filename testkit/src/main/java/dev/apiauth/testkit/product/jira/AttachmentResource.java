package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Bodies of any size, in both directions, without keeping them: downloads are made up while they
 * are sent, uploads are counted and thrown away.
 */
final class AttachmentResource {

  record Attachment(String self, String id, String filename, long size, JiraUser author) {}

  private static final int CHUNK = 64 * 1024;

  private final ErrorShape errors;

  AttachmentResource(ErrorShape errors) {
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/secure/attachment/{id}/{name}", Access.SIGNED_IN, this::download),
        Route.post("/rest/api/2|latest/issue/{key}/attachments", Access.SIGNED_IN, this::upload));
  }

  /** Sends {@code ?size=} bytes, 1024 if it is not given. */
  private Answer download(Call call) {
    var size = call.parameter("size").orElse("1024");
    if (!size.matches("\\d{1,12}")) {
      return errors.error(400, "size is a number of bytes");
    }
    long bytes = Long.parseLong(size);
    return response -> {
      response.setContentType("application/octet-stream");
      response.setContentLengthLong(bytes);
      write(bytes, response.getOutputStream());
    };
  }

  private static void write(long bytes, OutputStream out) throws IOException {
    var chunk = new byte[CHUNK];
    for (long left = bytes; left > 0; left -= CHUNK) {
      out.write(chunk, 0, (int) Math.min(left, CHUNK));
    }
  }

  /** Takes a body of any type; a multipart body is counted as it is, its boundaries included. */
  private Answer upload(Call call) throws IOException {
    long size = count(call);
    var attachment =
        new Attachment(
            call.baseUrl() + "/rest/api/2/attachment/10000",
            "10000",
            "attachment.bin",
            size,
            JiraUser.of(call.person(), call.baseUrl()));
    return Answer.json(200, List.of(attachment));
  }

  private static long count(Call call) throws IOException {
    var in = call.request().getInputStream();
    var chunk = new byte[CHUNK];
    long size = 0;
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      size += read;
    }
    return size;
  }
}
