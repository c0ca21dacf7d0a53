package dev.apiauth.sidecar;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.UsageReport;
import java.util.Optional;
import java.util.function.Supplier;

/** A sidecar that serves. */
public final class RunningSidecar implements AutoCloseable {

  private final Ports ports;
  private final Supplier<Optional<PolicyHash>> policy;
  private final Supplier<UsageReport> usage;
  private final Departure departure;

  /**
   * Where it is served.
   *
   * @param clients for clients
   * @param probes for probes and metrics
   */
  public record Ports(int clients, int probes) {}

  RunningSidecar(
      Ports ports,
      Supplier<Optional<PolicyHash>> policy,
      Supplier<UsageReport> usage,
      Departure departure) {
    this.ports = ports;
    this.policy = policy;
    this.usage = usage;
    this.departure = departure;
  }

  /** The port at which clients are served. */
  public int port() {
    return ports.clients();
  }

  /** The port at which probes and metrics are served, in plain HTTP. */
  public int probePort() {
    return ports.probes();
  }

  /** The hash of the policy in force; empty while none is. */
  public Optional<PolicyHash> policy() {
    return policy.get();
  }

  /** What it has seen since it started, as the operator's channel tells it. */
  public UsageReport usage() {
    return usage.get();
  }

  /**
   * Leaves without losing a request: see {@link SidecarOptions.DrainTimes}. Returns when everything
   * has ended.
   */
  @Override
  public void close() {
    departure.leave();
  }
}
