package dev.apiauth.testkit.kube.binaries;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Plays the places that releases come from; what was not put there is not found. */
final class ReleaseSite implements AutoCloseable {

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final HttpServer server;

  ReleaseSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var found = files.get(exchange.getRequestURI().getPath());
          try (exchange) {
            exchange.sendResponseHeaders(found == null ? 404 : 200, found == null ? -1 : 0);
            if (found != null) {
              exchange.getResponseBody().write(found);
            }
          }
        });
    server.start();
  }

  Origins origins() {
    var root = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    return new Origins(root.resolve("kubernetes/"), root.resolve("etcd/"), root.resolve("helm/"));
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  void put(String path, String content) {
    put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  static String digest(byte[] content) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
