package dev.apiauth.testkit.product.bitbucket;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.util.List;
import java.util.Set;

/**
 * {@code /scm}: the first step of git over HTTP, for a repository without commits. Packs are not
 * served.
 */
final class GitResource {

  private static final Set<String> SERVICES = Set.of("git-upload-pack", "git-receive-pack");
  private static final String NO_COMMIT = "0".repeat(40);

  private final ErrorShape errors;

  GitResource(ErrorShape errors) {
    this.errors = errors;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/scm/{project}/{repository}/info/refs", Access.SIGNED_IN, this::advertise));
  }

  private Answer advertise(Call call) {
    var service = call.parameter("service").orElse("");
    if (!SERVICES.contains(service)) {
      return errors.error(400, "service is git-upload-pack or git-receive-pack");
    }
    var refs = NO_COMMIT + " capabilities^{}\0agent=git/simulated\n";
    var body = packet("# service=" + service + "\n") + "0000" + packet(refs) + "0000";
    return response -> {
      response.setContentType("application/x-" + service + "-advertisement");
      response.getOutputStream().write(body.getBytes(US_ASCII));
    };
  }

  private static String packet(String line) {
    return "%04x%s".formatted(line.length() + 4, line);
  }
}
