package dev.apiauth.testkit.product.tomcat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * Answers the question that path agreement hangs on: which path would Tomcat serve for these bytes?
 *
 * <p>It asks a real Tomcat with one servlet for everything, over loopback. Hundreds of targets take
 * less than a second: one connection is kept as long as Tomcat keeps it. Not safe for use by
 * several threads.
 */
public final class TomcatPathOracle implements AutoCloseable {

  private final EmbeddedTomcat tomcat;
  private final RawExchange exchange;

  private TomcatPathOracle(EmbeddedTomcat tomcat) {
    this.tomcat = tomcat;
    this.exchange = new RawExchange(tomcat.port());
  }

  /** With Tomcat's own settings: Confluence's and Bitbucket's connectors do not relax them. */
  public static TomcatPathOracle start() {
    return start(ConnectorSettings.BARE);
  }

  public static TomcatPathOracle start(ConnectorSettings settings) {
    return new TomcatPathOracle(
        EmbeddedTomcat.start(
            settings.withoutKeepAliveLimit(),
            "127.0.0.1",
            0,
            "",
            List.of(),
            TomcatPathOracle::serveAll));
  }

  /** For a target of characters up to U+00FF, each of which stands for one byte. */
  public Resolution resolve(String target) {
    return resolve(target.getBytes(ISO_8859_1));
  }

  /**
   * Sends {@code GET}, these very bytes, {@code HTTP/1.1}.
   *
   * @throws UncheckedIOException if Tomcat does not answer within five seconds
   */
  public Resolution resolve(byte[] target) {
    return exchange.resolve(target);
  }

  @Override
  public void close() {
    exchange.close();
    tomcat.close();
  }

  private static void serveAll(Context context) {
    Tomcat.addServlet(context, "path", new PathServlet()).addMapping("/");
  }

  /** Answers with the path that it was called for. */
  private static final class PathServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] path = request.getServletPath().getBytes(UTF_8);
      response.setContentLength(path.length);
      response.getOutputStream().write(path);
    }
  }
}
