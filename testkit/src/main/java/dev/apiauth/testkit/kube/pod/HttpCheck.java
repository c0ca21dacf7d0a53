package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.fabric8.kubernetes.api.model.HTTPGetAction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

/** A GET from the node's address; every status from 200 to 399 is good. */
record HttpCheck(NodeSocket socket, int port, HTTPGetAction action) implements Check {

  private static final int FIRST_GOOD = 200;
  private static final int FIRST_BAD = 400;

  @Override
  public boolean passesWithin(Duration time) {
    try (var connection = open(time)) {
      connection.getOutputStream().write(request().getBytes(ISO_8859_1));
      var reader =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      int status = status(Optional.ofNullable(reader.readLine()).orElse(""));
      return status >= FIRST_GOOD && status < FIRST_BAD;
    } catch (IOException failure) {
      return false;
    }
  }

  private Socket open(Duration time) throws IOException {
    return action.getHost() == null || action.getHost().isEmpty()
        ? socket.open(port, time)
        : socket.open(new InetSocketAddress(action.getHost(), port), time);
  }

  private String request() {
    var request = new StringBuilder("GET ");
    request.append(Optional.ofNullable(action.getPath()).orElse("/")).append(" HTTP/1.1\r\n");
    request.append("Host: ").append(socket.podAddress()).append(':').append(port).append("\r\n");
    request.append("User-Agent: kube-probe/1.34\r\nAccept: */*\r\nConnection: close\r\n");
    for (var header : action.getHttpHeaders()) {
      request.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /** Of {@code HTTP/1.1 200 OK}; 0 of anything else. */
  private static int status(String line) {
    var parts = line.split(" ", 3);
    return parts.length > 1 && parts[1].matches("\\d{3}") ? Integer.parseInt(parts[1]) : 0;
  }
}
