package dev.apiauth.testkit.product.bitbucket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.repository.LargeFiles;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.repository.TransferGrant;
import dev.apiauth.testkit.product.repository.TransferTokens;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Git LFS's batch API: where each object is fetched from or sent to, and with which short-lived
 * {@code Authorization}.
 */
final class LfsBatchResource {

  record Action(
      String href, Map<String, String> header, @JsonProperty("expires_in") long expiresIn) {}

  record Problem(int code, String message) {}

  record LargeObject(
      String oid,
      long size,
      boolean authenticated,
      @Nullable Map<String, Action> actions,
      @Nullable Problem error) {}

  record Batch(String transfer, List<LargeObject> objects) {}

  private static final String DOWNLOAD = "download";
  private static final String UPLOAD = "upload";

  private final RepositoryAccess access;
  private final LargeFiles files;
  private final TransferTokens tokens;

  LfsBatchResource(RepositoryAccess access, LargeFiles files, TransferTokens tokens) {
    this.access = access;
    this.files = files;
    this.tokens = tokens;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
            "/scm/{project}/{repository}/info/lfs/objects/batch", Access.SIGNED_IN, this::batch));
  }

  private Answer batch(Call call) throws IOException {
    var body = call.body();
    var operation = body.path("operation").asText("");
    return switch (operation) {
      case DOWNLOAD -> access.open(call, RepositoryPermission.READ, name -> all(call, name, body));
      case UPLOAD -> access.open(call, RepositoryPermission.WRITE, name -> all(call, name, body));
      default -> LfsAnswers.error(422, "operation is download or upload");
    };
  }

  private Answer all(Call call, RepositoryName name, JsonNode body) throws IOException {
    var objects = new ArrayList<LargeObject>();
    for (JsonNode wanted : body.path("objects")) {
      objects.add(one(call, name, body.path("operation").asText(), wanted));
    }
    return LfsAnswers.json(200, new Batch("basic", objects));
  }

  /** What is there already needs no upload; what is not there cannot be fetched. */
  private LargeObject one(Call call, RepositoryName name, String operation, JsonNode wanted) {
    var oid = wanted.path("oid").asText("");
    var size = wanted.path("size").asLong();
    if (!LargeFiles.isOid(oid)) {
      return new LargeObject(oid, size, false, null, new Problem(422, "This is no SHA-256."));
    }
    boolean there = files.find(oid).isPresent();
    if (operation.equals(UPLOAD)) {
      return new LargeObject(
          oid, size, true, there ? null : action(call, name, UPLOAD, "PUT", oid), null);
    }
    return there
        ? new LargeObject(oid, size, true, action(call, name, DOWNLOAD, "GET", oid), null)
        : new LargeObject(oid, size, true, null, new Problem(404, "It was never uploaded."));
  }

  private Map<String, Action> action(
      Call call, RepositoryName name, String operation, String method, String oid) {
    var path = LfsStorageResource.path(name, oid);
    var authorization = tokens.authorization(new TransferGrant(call.person().name(), method, path));
    return Map.of(
        operation,
        new Action(
            call.baseUrl() + path,
            Map.of("Authorization", authorization),
            TransferTokens.LIFETIME.toSeconds()));
  }
}
