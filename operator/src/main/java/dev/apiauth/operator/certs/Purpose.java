package dev.apiauth.operator.certs;

import java.time.Duration;

/** What a certificate of the operator's authority is for, and for how long it is issued. */
enum Purpose {
  /** The webhook, before the API server. Each replica holds its own, in memory only. */
  WEBHOOK("apiauth webhook", Duration.ofDays(7), "1.3.6.1.5.5.7.3.1"),

  /** The operator as a client of the sidecars. Each replica holds its own, in memory only. */
  OPERATOR("apiauth operator", Duration.ofDays(7), "1.3.6.1.5.5.7.3.2"),

  /** A resource's sidecars, before the operator. Lives long, since each renewal is a write. */
  SIDECAR("apiauth sidecar", Duration.ofDays(90), "1.3.6.1.5.5.7.3.1");

  /** No certificate lives longer. */
  static final Duration LONGEST = SIDECAR.life;

  private final String commonName;
  private final Duration life;
  private final String extendedUsage;

  Purpose(String commonName, Duration life, String extendedUsage) {
    this.commonName = commonName;
    this.life = life;
    this.extendedUsage = extendedUsage;
  }

  /** The subject's name, for people who look at a certificate; nothing relies on it. */
  String commonName() {
    return commonName;
  }

  /** From issue to end. */
  Duration life() {
    return life;
  }

  /** The object identifier of the extended key usage (RFC 5280, section 4.2.1.12). */
  String extendedUsage() {
    return extendedUsage;
  }
}
