package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.outcome.Refusal;

/** What a {@link ConnectionGuard} does with what it receives. */
sealed interface GuardMode {

  enum Settled implements GuardMode {
    /** Octets are read and, while in order, passed on. */
    READING,
    /** The last word was had: what comes, and what others write, is dropped. */
    DONE,
    /** The connection speaks another protocol now: octets pass unread, both ways. */
    ASIDE
  }

  /** A message was refused; its refusal waits until the requests before it are answered. */
  record Refusing(Refusal refusal) implements GuardMode {}
}
