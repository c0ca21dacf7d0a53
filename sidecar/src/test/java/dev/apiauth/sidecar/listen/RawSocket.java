package dev.apiauth.sidecar.listen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Sends exactly the octets it is told to, and tells what came back; one char is one octet. */
final class RawSocket implements AutoCloseable {

  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] (\\d{3}) ");

  private final Socket socket;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private boolean closed;

  private RawSocket(Socket socket) {
    this.socket = socket;
  }

  static RawSocket to(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      return new RawSocket(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawSocket send(String octets) {
    return send(octets.getBytes(ISO_8859_1));
  }

  /** Sends what it can: a server that has refused may have stopped reading. */
  RawSocket send(byte[] octets) {
    try {
      socket.getOutputStream().write(octets);
    } catch (SocketException e) {
      closed = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  RawSocket sendOneByOne(String octets) {
    octets.chars().forEach(octet -> send(new byte[] {(byte) octet}));
    return this;
  }

  /** Reads until the server closes or {@code patience} is over; returns all that was received. */
  String readFor(Duration patience) {
    return readUntil("\0never\0", patience);
  }

  /** Reads until {@code end} was received, the server closes or {@code patience} is over. */
  String readUntil(String end, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    byte[] buffer = new byte[8192];
    while (!closed && !text().contains(end) && System.nanoTime() < deadline) {
      try {
        socket.setSoTimeout((int) Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        int count = socket.getInputStream().read(buffer);
        closed = count < 0;
        received.write(buffer, 0, Math.max(count, 0));
      } catch (SocketTimeoutException e) {
        break;
      } catch (SocketException e) {
        closed = true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return text();
  }

  /** Whether the server closed, as far as was read. */
  boolean isClosed() {
    return closed;
  }

  /** The statuses of all answers that were received. */
  List<Integer> statuses() {
    return STATUS_LINE.matcher(text()).results().map(s -> Integer.valueOf(s.group(1))).toList();
  }

  String text() {
    return received.toString(ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
