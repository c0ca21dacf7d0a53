package dev.apiauth.testkit.product.fault;

import java.time.Duration;

/** Something that a product does wrong on purpose, so that a test can see who notices. */
public sealed interface Misbehaviour {

  /** Carries the request out, and reports it, as {@code user}, whoever was recognised. */
  record ActAsSomebodyElse(String user) implements Misbehaviour {}

  /** Answers without {@code X-AUSERNAME}. */
  record OmitUserHeader() implements Misbehaviour {}

  /** Takes the request and says nothing until the misbehaviour ends; then closes the connection. */
  record Hang() implements Misbehaviour {}

  /** Answers 500 with an HTML page, as a product whose plugins are still starting. */
  record Answer500() implements Misbehaviour {}

  /** Announces a body, sends half of it and closes the connection. */
  record CloseMidBody() implements Misbehaviour {}

  /** Waits before it does what it should. */
  record Slow(Duration delay) implements Misbehaviour {}
}
