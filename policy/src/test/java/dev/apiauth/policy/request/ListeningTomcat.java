package dev.apiauth.policy.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.jspecify.annotations.Nullable;

/**
 * A real Tomcat with the settings of Jira's connector and one servlet, which answers with the path
 * that Tomcat resolved. Asked over a socket with exactly the bytes given, by one thread.
 */
final class ListeningTomcat implements AutoCloseable {

  private final Tomcat tomcat = new Tomcat();
  private @Nullable Socket socket;

  ListeningTomcat(Path folder) throws LifecycleException {
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector());
    var context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "echo", new ResolvedPath());
    context.addServletMapping("/", "echo");
    tomcat.start();
  }

  private static Connector connector() {
    var connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty("relaxedPathChars", "[]|");
    connector.setProperty("relaxedQueryChars", "[]|{}^\\`\"<>");
    connector.setProperty("maxKeepAliveRequests", "-1");
    return connector;
  }

  /** The path that Tomcat resolves a raw target to; empty if it answers 400. */
  Optional<String> resolve(String target) {
    try {
      var connection = connected();
      var request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      connection.getOutputStream().write(request.getBytes(ISO_8859_1));
      return answer(connection);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Socket connected() throws IOException {
    if (socket == null) {
      int port = tomcat.getConnector().getLocalPort();
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
    }
    return socket;
  }

  private Optional<String> answer(Socket connection) throws IOException {
    var in = new BufferedInputStream(connection.getInputStream());
    var status = line(in);
    int length = 0;
    for (var field = line(in); !field.isEmpty(); field = line(in)) {
      if (field.regionMatches(true, 0, "Content-Length: ", 0, 16)) {
        length = Integer.parseInt(field.substring(16));
      }
    }
    if (status.startsWith("HTTP/1.1 200")) {
      return Optional.of(new String(in.readNBytes(length), UTF_8));
    }
    if (!status.startsWith("HTTP/1.1 400")) {
      throw new IOException("neither served nor refused: " + status);
    }
    disconnect();
    return Optional.empty();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the answer ended early: " + line);
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private void disconnect() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }

  @Override
  public void close() throws IOException, LifecycleException {
    disconnect();
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class ResolvedPath extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var info = request.getPathInfo() == null ? "" : request.getPathInfo();
      var body = (request.getServletPath() + info).getBytes(UTF_8);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
