package dev.apiauth.testkit.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a {@link RawUpstream} does on one connection, in order; at the end it closes normally.
 *
 * @param steps in order
 */
public record RawScript(List<Step> steps) {

  /** One thing to do. */
  public sealed interface Step {

    /** Reads one request: its head and, where the head announces one, its body. */
    record ReadRequest() implements Step {}

    /** Reads one request's head, up to the empty line, and leaves its body unread. */
    record ReadHead() implements Step {}

    /** Sends these characters as bytes (Latin-1). */
    record Send(String text) implements Step {}

    /** Waits before the next step. */
    record Wait(Duration time) implements Step {}

    /** Ends the sending side alone (FIN) and goes on reading. */
    record HalfClose() implements Step {}

    /** Ends the connection with RST. */
    record Reset() implements Step {}

    /** Reads and ignores what comes until the client ends the connection: never answers. */
    record Hang() implements Step {}

    /** Starts again from the first step, until the client ends the connection. */
    record Repeat() implements Step {}
  }

  public RawScript {
    steps = List.copyOf(steps);
  }

  /** Begins by reading a whole request, as a server that behaves does. */
  public static RawScript readRequest() {
    return empty().then(new Step.ReadRequest());
  }

  /** Begins by reading a request's head alone: an early answer follows. */
  public static RawScript readHead() {
    return empty().then(new Step.ReadHead());
  }

  /** Accepts and does nothing at all. */
  public static RawScript empty() {
    return new RawScript(List.of());
  }

  /** Answers every request of a connection with 200 and that text, correctly framed. */
  public static RawScript healthy(String text) {
    return readRequest().send(ok(text)).repeat();
  }

  /** A correct answer: 200 with that text. */
  public static String ok(String text) {
    int length = text.getBytes(StandardCharsets.ISO_8859_1).length;
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %s\r\n\r\n%s"
        .formatted(length, text);
  }

  /** Sends these characters as bytes (Latin-1), in one write. */
  public RawScript send(String text) {
    return then(new Step.Send(text));
  }

  /** Waits before the next step. */
  public RawScript pause(Duration time) {
    return then(new Step.Wait(time));
  }

  /** Reads the next request on the same connection. */
  public RawScript nextRequest() {
    return then(new Step.ReadRequest());
  }

  public RawScript halfClose() {
    return then(new Step.HalfClose());
  }

  /** Ends with RST. */
  public RawScript reset() {
    return then(new Step.Reset());
  }

  /** Never answers again. */
  public RawScript hang() {
    return then(new Step.Hang());
  }

  /** Starts again with the next request of the same connection. */
  public RawScript repeat() {
    return then(new Step.Repeat());
  }

  private RawScript then(Step step) {
    var longer = new ArrayList<>(steps);
    longer.add(step);
    return new RawScript(longer);
  }
}
