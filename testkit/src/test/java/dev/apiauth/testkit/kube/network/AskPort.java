package dev.apiauth.testkit.kube.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Asks an address and a port over HTTP and prints the body. */
public final class AskPort {

  private static final int PATIENCE_MILLIS = 5_000;

  private AskPort() {}

  public static void main(String[] arguments) throws IOException {
    try (var socket = new Socket()) {
      System.out.print(ask(socket, arguments[0], Integer.parseInt(arguments[1]), PATIENCE_MILLIS));
    }
  }

  static String ask(Socket socket, String address, int port, int patienceMillis)
      throws IOException {
    socket.connect(new InetSocketAddress(address, port), patienceMillis);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(UTF_8));
    var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
    return answer.substring(answer.indexOf("\r\n\r\n") + 4);
  }
}
