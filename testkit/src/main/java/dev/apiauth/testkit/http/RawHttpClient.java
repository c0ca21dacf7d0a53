package dev.apiauth.testkit.http;

import dev.apiauth.testkit.http.AnswerReader.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * One connection that sends exactly the bytes it is told to and reads answers strictly.
 *
 * <p>Nothing is added, mended, retried or pooled. Text is Latin-1: one character is one byte. Every
 * wait for the server ends after {@link #PATIENCE} with a {@link BrokenAnswer}. Not for use by
 * several threads at once, except that {@link #close} and {@link #reset} may come from any.
 */
public final class RawHttpClient implements AutoCloseable {

  /** How long an answer may take. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How long a server that did not announce a close is watched for one. */
  public static final Duration GLANCE = Duration.ofMillis(20);

  private final Socket socket;
  private final ByteSource source;
  private final AnswerReader answers;

  private RawHttpClient(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
    this.source = new ByteSource(socket, socket.getInputStream());
    this.answers = new AnswerReader(source);
  }

  /** A connection in plain TCP to that port of 127.0.0.1. */
  public static RawHttpClient to(int port) {
    return to(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /** A connection in plain TCP. */
  public static RawHttpClient to(InetSocketAddress address) {
    try {
      return new RawHttpClient(Dial.plain(address));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot connect to " + address, e);
    }
  }

  /**
   * A connection in TLS to that port of 127.0.0.1. The server must prove to be {@code host}, which
   * is sent as SNI too.
   */
  public static RawHttpClient toTls(int port, String host, SSLContext context) {
    return toTls(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), host, context);
  }

  /** The same to any address. */
  public static RawHttpClient toTls(InetSocketAddress address, String host, SSLContext context) {
    try {
      return new RawHttpClient(Dial.tls(address, host, context));
    } catch (IOException e) {
      throw new UncheckedIOException("no TLS with " + address, e);
    }
  }

  /** Sends these characters as bytes (Latin-1). */
  public RawHttpClient send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Sends these bytes.
   *
   * @throws UncheckedIOException if the server has ended the connection already
   */
  public RawHttpClient send(byte[] bytes) {
    return doing(() -> socket.getOutputStream().write(bytes));
  }

  /** Sends the pieces with a pause between any two. */
  public RawHttpClient sendInPieces(Duration pause, String... pieces) {
    return sendInPieces(pause, Stream.of(pieces));
  }

  /** Sends every byte on its own, with a pause between any two: the slow client of F11 and F12. */
  public RawHttpClient drip(Duration pause, String text) {
    return sendInPieces(pause, text.chars().mapToObj(Character::toString));
  }

  private RawHttpClient sendInPieces(Duration pause, Stream<String> pieces) {
    var remaining = pieces.iterator();
    while (remaining.hasNext()) {
      send(remaining.next());
      if (remaining.hasNext()) {
        Pause.of(pause);
      }
    }
    return this;
  }

  /**
   * Ends the sending side alone (FIN); answers can still be read. Not possible in the middle of
   * TLS.
   */
  public RawHttpClient halfClose() {
    return doing(socket::shutdownOutput);
  }

  /** Ends the connection with RST instead of FIN, as a crashing client does. */
  public void reset() {
    doing(
        () -> {
          socket.setSoLinger(true, 0);
          socket.close();
        });
  }

  /**
   * Reads the next answer, an interim one (1xx) included.
   *
   * @throws BrokenAnswer if none comes in time or it is not strictly HTTP/1.1
   */
  public RawAnswer answer() {
    return reading(() -> answers.next(Content.AS_ANNOUNCED));
  }

  /** Reads the next answer to a HEAD request: fields may announce content, none follows. */
  public RawAnswer answerToHead() {
    return reading(() -> answers.next(Content.NONE));
  }

  /** Reads that many answers, as pipelined requests get them. */
  public List<RawAnswer> answers(int count) {
    var read = new ArrayList<RawAnswer>();
    for (int i = 0; i < count; i++) {
      read.add(answer());
    }
    return List.copyOf(read);
  }

  /** Reads answers until one is final, and answers that. */
  public RawAnswer finalAnswer() {
    var answer = answer();
    return answer.interim() ? finalAnswer() : answer;
  }

  /** All bytes until the server ends the connection, unparsed, as Latin-1. */
  public String untilEnd() {
    return reading(source::untilEnd);
  }

  /**
   * Reads at most {@code bytes} bytes at a time with a pause after each, until the server ends the
   * connection: the slow reader of F12.
   *
   * @return how many bytes came
   */
  public long readSlowly(int bytes, Duration pause) {
    long total = 0;
    for (int read = received(bytes); read > 0; read = received(bytes)) {
      total += read;
      Pause.of(pause);
    }
    return total;
  }

  /** Takes up to {@code most} raw bytes as soon as some are there; 0 at the end. */
  private int received(int most) {
    return reading(() -> source.some(most)).length;
  }

  /** Whether the server ends or resets the connection within that time, sending nothing more. */
  public boolean closesWithin(Duration time) {
    return reading(() -> source.endsWithin(time));
  }

  @Override
  public void close() {
    doing(socket::close);
  }

  private interface Action {
    void run() throws IOException;
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  private RawHttpClient doing(Action action) {
    try {
      action.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.run();
    } catch (SocketTimeoutException e) {
      throw new BrokenAnswer("no complete answer within " + PATIENCE, e);
    } catch (IOException e) {
      throw new BrokenAnswer("the connection broke: " + e.getMessage(), e);
    }
  }
}
