package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.repository.LargeFiles;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.repository.TransferGrant;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Git LFS's basic transfer: the objects themselves, to holders of a transfer token for just that,
 * and to whoever else may read or write the repository.
 */
final class LfsStorageResource {

  private static final String STORAGE = "/rest/git-lfs/storage/";
  private static final String PATH = STORAGE + "{project}/{repository}/{oid}";

  private final RepositoryAccess access;
  private final LargeFiles files;

  LfsStorageResource(RepositoryAccess access, LargeFiles files) {
    this.access = access;
    this.files = files;
  }

  /** Where that object lies, below the context path. */
  static String path(RepositoryName name, String oid) {
    return STORAGE + name.project().toUpperCase(Locale.ROOT) + "/" + name.slug() + "/" + oid;
  }

  List<Route> routes() {
    return List.of(
        Route.get(PATH, Access.SIGNED_IN, this::download),
        Route.put(PATH, Access.SIGNED_IN, this::upload));
  }

  private Answer download(Call call) throws IOException {
    return isGranted(call)
        ? access.open(call, RepositoryPermission.READ, name -> file(call))
        : notGranted();
  }

  private Answer upload(Call call) throws IOException {
    return isGranted(call)
        ? access.open(call, RepositoryPermission.WRITE, name -> store(call))
        : notGranted();
  }

  /** A transfer token opens one path for one method. */
  private static boolean isGranted(Call call) {
    return TransferGrant.of(call.request())
        .map(
            grant ->
                grant.method().equals(call.request().getMethod())
                    && grant.path().equals(call.request().getServletPath()))
        .orElse(true);
  }

  private static Answer notGranted() {
    return LfsAnswers.error(403, "The token is for another transfer.");
  }

  private Answer file(Call call) {
    return files
        .find(call.variable("oid"))
        .map(LfsStorageResource::send)
        .orElseGet(() -> LfsAnswers.error(404, "It was never uploaded."));
  }

  private static Answer send(Path file) {
    return response -> {
      response.setContentType("application/octet-stream");
      response.setContentLengthLong(Files.size(file));
      Files.copy(file, response.getOutputStream());
    };
  }

  private Answer store(Call call) throws IOException {
    return files.store(call.variable("oid"), call.request().getInputStream())
        ? response -> response.setStatus(200)
        : LfsAnswers.error(422, "The content is not what its SHA-256 says.");
  }
}
