package dev.apiauth.testkit.idp;

import java.net.URI;
import java.time.Duration;

/** How a {@link StubIssuer} answers a request that reached it. */
public sealed interface StubBehaviour {

  /** With the document that was asked for. */
  record Healthy() implements StubBehaviour {}

  /** With the document, after that time. */
  record Slow(Duration time) implements StubBehaviour {}

  /** With the document, one byte at a time and that pause between any two. */
  record Dripping(Duration pause) implements StubBehaviour {}

  /** With that status and no document. */
  record Failing(int status) implements StubBehaviour {}

  /** With 200 and text that is no JSON. */
  record Garbage() implements StubBehaviour {}

  /** With 200 and an endless-looking JSON string of that many bytes. */
  record Huge(long bytes) implements StubBehaviour {}

  /** With 302 to another place, where a client that follows would fetch. */
  record Redirecting(URI target) implements StubBehaviour {}
}
