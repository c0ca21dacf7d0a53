package dev.apiauth.operator.admission;

import java.util.function.BooleanSupplier;

/** Whether the webhook can answer: it listens, and has a certificate that is believed. */
public final class AdmissionReadiness {

  private final AdmissionServer server;
  private final BooleanSupplier certificateIsLoaded;

  /**
   * Asks both, each time.
   *
   * @param certificateIsLoaded whether a handshake would succeed now
   */
  public AdmissionReadiness(AdmissionServer server, BooleanSupplier certificateIsLoaded) {
    this.server = server;
    this.certificateIsLoaded = certificateIsLoaded;
  }

  /** Whether both hold at this moment. That the caches are filled is not asked here. */
  public boolean isReady() {
    return server.port().isPresent() && certificateIsLoaded.getAsBoolean();
  }
}
