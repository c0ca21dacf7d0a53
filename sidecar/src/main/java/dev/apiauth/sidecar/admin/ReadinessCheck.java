package dev.apiauth.sidecar.admin;

import io.vertx.core.Future;
import java.util.Optional;

/** One thing that must hold before clients are sent here. Never an identity provider (F1). */
public interface ReadinessCheck {

  /** The name in the answer. */
  String name();

  /**
   * What is wrong; empty if nothing is. A sentence of our own: whoever reaches the probe port reads
   * it. Completes within a second and never fails.
   */
  Future<Optional<String>> problem();
}
