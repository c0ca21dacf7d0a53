package dev.apiauth.sidecar.usage;

import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.document.UsageReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What this process has seen since it started. Thread-safe; nothing here waits. */
public final class UsageLedger {

  private final UsageTable refusals = new UsageTable(UsageReport.MOST_ROWS);
  private final UsageTable passwords = new UsageTable(UsageReport.MOST_ROWS);
  private final InstantSource clock;
  private final Instant since;

  /** Begins to count. */
  public UsageLedger(InstantSource clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** A request was refused, or would have been. */
  public void refused(Sighting what) {
    refusals.count(what, clock.instant());
  }

  /** A request came with a password, whatever became of it. */
  public void passwordSent(Sighting what) {
    passwords.count(what, clock.instant());
  }

  /**
   * Everything that was seen.
   *
   * @param policyHash of the policy in force; empty if none is
   * @param source its resource
   */
  public UsageReport report(String policyHash, Optional<PolicySource> source) {
    return new UsageReport(
        policyHash,
        source.map(PolicySource::namespace).orElse(""),
        source.map(PolicySource::name).orElse(""),
        since.toString(),
        refusals.rows(),
        passwords.rows(),
        refusals.unlisted() + passwords.unlisted());
  }
}
