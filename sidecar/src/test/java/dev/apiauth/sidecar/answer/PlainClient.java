package dev.apiauth.sidecar.answer;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends the bytes it is told to over one connection, and reads answers with a Content-Length. */
final class PlainClient implements AutoCloseable {

  record Received(int status, Map<String, String> headers, String body) {}

  private final Socket socket;
  private final DataInputStream in;

  private PlainClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
  }

  static PlainClient to(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    return new PlainClient(socket);
  }

  void send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** The next answer; one to HEAD has no body. */
  Received answer(String method) throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    var headers = new TreeMap<String, String>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] field = line.split(": ", 2);
      headers.put(field[0].toLowerCase(Locale.ROOT), field[1]);
    }
    int length = method.equals("HEAD") ? 0 : Integer.parseInt(headers.get("content-length"));
    return new Received(status, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  /** Waits for the server to end the connection; false if it sends more instead. */
  boolean isAtEnd() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketException e) {
      return true; // reset
    }
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) line.append((char) c);
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
