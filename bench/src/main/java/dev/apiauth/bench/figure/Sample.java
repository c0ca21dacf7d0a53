package dev.apiauth.bench.figure;

import java.util.Optional;

/**
 * What one round said about one peer.
 *
 * @param perSecond requests answered in a second
 * @param p50Millis half of them were answered within this
 * @param p99Millis 99 of 100 were answered within this
 * @param cost what the process in between used; empty where there is none
 */
public record Sample(double perSecond, double p50Millis, double p99Millis, Optional<Cost> cost) {

  /**
   * What a process used.
   *
   * @param cpuMillisPerThousand processor time, user's and kernel's, for 1,000 requests
   * @param residentMib memory in RAM at the end of the round
   */
  public record Cost(double cpuMillisPerThousand, double residentMib) {}
}
