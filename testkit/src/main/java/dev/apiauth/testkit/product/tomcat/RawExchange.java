package dev.apiauth.testkit.product.tomcat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One target after the other over a connection that lasts as long as the targets are harmless. */
final class RawExchange implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 5_000;
  private static final byte[] METHOD = "GET ".getBytes(ISO_8859_1);
  private static final byte[] REST = " HTTP/1.1\r\nHost: product\r\n\r\n".getBytes(ISO_8859_1);

  private record Connection(Socket socket, InputStream in) {}

  private record Head(int status, int contentLength) {}

  private final int port;
  private @Nullable Connection kept;

  RawExchange(int port) {
    this.port = port;
  }

  Resolution resolve(byte[] target) {
    try {
      var connection = connection();
      send(connection, target);
      var resolution = read(connection.in());
      if (!(resolution instanceof Resolution.Served) || mayEndTheRequestLine(target)) {
        close();
      }
      return resolution;
    } catch (IOException failure) {
      close();
      throw new UncheckedIOException(failure);
    }
  }

  /** White space would leave bytes of this target for the next answer to trip over. */
  private static boolean mayEndTheRequestLine(byte[] target) {
    for (byte octet : target) {
      if (octet >= 0 && octet <= ' ') {
        return true;
      }
    }
    return false;
  }

  private Connection connection() throws IOException {
    var connection = kept;
    if (connection == null) {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.setTcpNoDelay(true);
      connection = new Connection(socket, new BufferedInputStream(socket.getInputStream()));
      kept = connection;
    }
    return connection;
  }

  private static void send(Connection connection, byte[] target) throws IOException {
    var request = new ByteArrayOutputStream(target.length + METHOD.length + REST.length);
    request.writeBytes(METHOD);
    request.writeBytes(target);
    request.writeBytes(REST);
    request.writeTo(connection.socket().getOutputStream());
  }

  private static Resolution read(InputStream in) throws IOException {
    var head = readHead(in);
    return head.status() == 200
        ? new Resolution.Served(new String(in.readNBytes(head.contentLength()), UTF_8))
        : new Resolution.Refused(head.status());
  }

  private static Head readHead(InputStream in) throws IOException {
    var statusLine = readLine(in);
    int status = statusLine.isEmpty() ? 0 : Integer.parseInt(statusLine.split(" ")[1]);
    int length = 0;
    for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    return new Head(status, length);
  }

  private static String readLine(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.append((char) octet);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    var connection = kept;
    kept = null;
    if (connection == null) {
      return;
    }
    try {
      connection.socket().close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
