package dev.apiauth.testkit.http;

import dev.apiauth.testkit.http.RawScript.Step;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** One connection of a {@link RawUpstream}, from accept to its end. */
final class RawConversation implements Runnable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:[ \t]*(\\d+)");
  private static final Pattern CHUNKED = Pattern.compile("(?im)^transfer-encoding:.*chunked");
  private static final String END_OF_CHUNKS = "\r\n0\r\n\r\n";

  private final Socket socket;
  private final RawScript script;
  private final InputStream in;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  RawConversation(Socket socket, RawScript script) throws IOException {
    this.socket = socket;
    this.script = script;
    this.in = socket.getInputStream();
    socket.setTcpNoDelay(true);
  }

  /** Ends when the script does, or as soon as the client ends the connection. */
  @Override
  public void run() {
    try (socket) {
      boolean again = true;
      while (again) {
        again = playOnce();
      }
    } catch (IOException e) {
      // The client went away or the server was closed: both end a script early, and what had been
      // received until then is what the test looks at.
    }
  }

  String received() {
    return received.toString(StandardCharsets.ISO_8859_1);
  }

  void abort() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  /** Whether the script shall be played once more. */
  private boolean playOnce() throws IOException {
    for (var step : script.steps()) {
      switch (step) {
        case Step.ReadRequest _ -> readBody(readHead());
        case Step.ReadHead _ -> readHead();
        case Step.Send(var text) ->
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        case Step.Wait(var time) -> Pause.of(time);
        case Step.HalfClose _ -> socket.shutdownOutput();
        case Step.Hang _ -> readUntilEnd();
        case Step.Reset _ -> {
          abort();
          return false;
        }
        case Step.Repeat _ -> {
          return true;
        }
      }
    }
    return false;
  }

  private String readHead() throws IOException {
    var head = new StringBuilder();
    while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
      head.append((char) readByte());
    }
    return head.toString();
  }

  private void readBody(String head) throws IOException {
    var length = LENGTH.matcher(head);
    if (CHUNKED.matcher(head).find()) {
      readChunks();
    } else if (length.find()) {
      for (long left = Long.parseLong(length.group(1)); left > 0; left--) {
        readByte();
      }
    }
  }

  /** Up to the last chunk; enough for bodies of tests, which never contain its bytes. */
  private void readChunks() throws IOException {
    var body = new StringBuilder("\r\n");
    while (body.length() < 7 || !body.substring(body.length() - 7).equals(END_OF_CHUNKS)) {
      body.append((char) readByte());
    }
  }

  private void readUntilEnd() throws IOException {
    while (true) {
      readByte();
    }
  }

  /** Unbuffered: what the script leaves unread stays in the kernel, and a close then resets. */
  private int readByte() throws IOException {
    int next = in.read();
    if (next < 0) {
      throw new IOException("the client ended the connection");
    }
    received.write(next);
    return next;
  }
}
