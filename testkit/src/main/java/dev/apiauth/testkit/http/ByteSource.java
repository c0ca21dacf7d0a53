package dev.apiauth.testkit.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/**
 * The receiving side of a socket: exact amounts, whole lines, and a look whether the peer ended.
 */
final class ByteSource {

  private static final int LONGEST_LINE = 1 << 20;

  private final Socket socket;
  private final PushbackInputStream in;

  ByteSource(Socket socket, InputStream received) {
    this.socket = socket;
    this.in = new PushbackInputStream(new BufferedInputStream(received), 1);
  }

  /** The bytes up to CRLF, without it. A bare LF or CR is an error (RFC 9112, section 2.2). */
  String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      switch (next) {
        case -1 -> throw new BrokenAnswer("the connection ended after " + quoted(line));
        case '\n' -> throw new BrokenAnswer("a bare LF after " + quoted(line));
        case '\r' -> {
          expectLineFeed(line);
          return line.toString(StandardCharsets.ISO_8859_1);
        }
        default -> line.write(next);
      }
      if (line.size() > LONGEST_LINE) {
        throw new BrokenAnswer("a line of more than %s bytes".formatted(LONGEST_LINE));
      }
    }
  }

  private void expectLineFeed(ByteArrayOutputStream line) throws IOException {
    if (in.read() != '\n') {
      throw new BrokenAnswer("a bare CR after " + quoted(line));
    }
  }

  String exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new BrokenAnswer(
          "%s of %s announced bytes, then the connection ended".formatted(bytes.length, length));
    }
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  String untilEnd() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Up to {@code most} bytes as soon as some are there; empty at the end. */
  byte[] some(int most) throws IOException {
    byte[] buffer = new byte[most];
    int read = in.read(buffer);
    return read < 0 ? new byte[0] : Arrays.copyOf(buffer, read);
  }

  /**
   * Whether the peer ends or resets the connection within that time without sending a byte more.
   */
  boolean endsWithin(Duration time) throws IOException {
    int before = socket.getSoTimeout();
    socket.setSoTimeout(Math.max(1, Math.toIntExact(time.toMillis())));
    try {
      return ended();
    } finally {
      if (!socket.isClosed()) {
        socket.setSoTimeout(before);
      }
    }
  }

  private boolean ended() throws IOException {
    try {
      int next = in.read();
      if (next >= 0) {
        in.unread(next);
      }
      return next < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true; // reset by the peer
    }
  }

  private static String quoted(ByteArrayOutputStream line) {
    return line.size() == 0 ? "nothing" : "\"" + line.toString(StandardCharsets.ISO_8859_1) + "\"";
  }
}
