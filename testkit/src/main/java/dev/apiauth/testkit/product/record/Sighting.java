package dev.apiauth.testkit.product.record;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.catalina.connector.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request while it is under way: taken down when it arrives, completed by what becomes of it.
 *
 * <p>Written by the request's own thread, read by any.
 */
public final class Sighting {

  private static final String ATTRIBUTE = Sighting.class.getName();

  private record Served(String path, String actedAs, String remoteAddress, String scheme) {}

  private final String method;
  private final String requestUri;
  private final String servletPath;
  private final List<Header> headers;
  private volatile Served served;
  private volatile OptionalInt status = OptionalInt.empty();

  private Sighting(Request request) {
    method = textOf(request.getMethod());
    requestUri = uriOf(request);
    servletPath = textOf(request.getServletPath());
    headers = headersOf(request);
    served = new Served("", "anonymous", textOf(request.getRemoteAddr()), request.getScheme());
  }

  /** Takes the request down and remembers that it was. */
  static Sighting of(Request request) {
    var sighting = new Sighting(request);
    request.setAttribute(ATTRIBUTE, sighting);
    return sighting;
  }

  /** The sighting of this request, absent when nothing is recorded. */
  public static Optional<Sighting> find(HttpServletRequest request) {
    return Optional.ofNullable((Sighting) request.getAttribute(ATTRIBUTE));
  }

  /** The product has decided which path it serves and as whom. */
  public void served(HttpServletRequest request, String actedAs) {
    served =
        new Served(request.getServletPath(), actedAs, request.getRemoteAddr(), request.getScheme());
  }

  void answered(int code) {
    status = OptionalInt.of(code);
  }

  boolean isAnswered() {
    return status.isPresent();
  }

  SeenRequest snapshot() {
    var now = served;
    return new SeenRequest(
        method,
        requestUri,
        servletPath,
        now.path(),
        headers,
        now.actedAs(),
        status,
        now.remoteAddress(),
        now.scheme());
  }

  private static String uriOf(Request request) {
    var query = request.getQueryString();
    var path = textOf(request.getRequestURI());
    return query == null ? path : path + "?" + query;
  }

  private static List<Header> headersOf(Request request) {
    var mime = request.getCoyoteRequest().getMimeHeaders();
    var found = new Header[mime.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = new Header(mime.getName(i).toString(), mime.getValue(i).toString());
    }
    return List.of(found);
  }

  private static String textOf(@Nullable String text) {
    return text == null ? "" : text;
  }
}
