package dev.apiauth.testkit.product.repository;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * git-http-backend(1), a process per request, called as RFC 3875 says. Both bodies are passed on
 * while they arrive.
 */
public final class HttpBackend {

  private static final int PIECE_BYTES = 64 * 1024;

  private final GitRepositories repositories;

  public HttpBackend(GitRepositories repositories) {
    this.repositories = repositories;
  }

  /**
   * Carries the request out and answers it.
   *
   * @param path within the repository, with a leading slash
   * @param user as whom; for hooks and reflogs only, nothing is decided by it
   */
  public void serve(
      RepositoryName name,
      String path,
      String user,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var builder = GitProgram.command(repositories.home(), "http-backend");
    var environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", repositories.home().toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("PATH_INFO", "/" + name.folder() + path);
    environment.put("REQUEST_METHOD", request.getMethod());
    environment.put("REMOTE_USER", user);
    environment.put("REMOTE_ADDR", request.getRemoteAddr());
    put(builder, "QUERY_STRING", request.getQueryString());
    put(builder, "CONTENT_TYPE", request.getContentType());
    put(builder, "CONTENT_LENGTH", request.getHeader("Content-Length"));
    put(builder, "HTTP_CONTENT_ENCODING", request.getHeader("Content-Encoding"));
    put(builder, "GIT_PROTOCOL", request.getHeader("Git-Protocol"));
    converse(builder.redirectError(ProcessBuilder.Redirect.DISCARD).start(), request, response);
  }

  private static void put(ProcessBuilder builder, String name, @Nullable String value) {
    Optional.ofNullable(value).ifPresent(text -> builder.environment().put(name, text));
  }

  /** Git answers before it has read everything, so that one thread alone could wait for ever. */
  private static void converse(
      Process process, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var feeder = Thread.ofPlatform().name("git-stdin").start(() -> feed(process, request));
    try (var out = new BufferedInputStream(process.getInputStream(), PIECE_BYTES)) {
      CgiHead.read(out).apply(response);
      passOn(out, response.getOutputStream());
    } finally {
      process.destroy();
      join(feeder);
    }
  }

  private static void feed(Process process, HttpServletRequest request) {
    try (var in = process.getOutputStream()) {
      request.getInputStream().transferTo(in);
    } catch (IOException ended) {
      process.destroy(); // the client is gone, or git had enough
    }
  }

  /** Progress is shown at once, packs are sent in pieces. */
  private static void passOn(InputStream from, OutputStream to) throws IOException {
    var piece = new byte[PIECE_BYTES];
    for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
      to.write(piece, 0, length);
      if (from.available() == 0) {
        to.flush();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
