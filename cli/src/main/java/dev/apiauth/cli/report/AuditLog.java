package dev.apiauth.cli.report;

import dev.apiauth.policy.document.UsageReport;
import dev.apiauth.sidecar.usage.UsageLedger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A sidecar's log, counted as the sidecar itself counts. Lines of anything else in it are passed
 * over. Of which resource it is, no line tells.
 */
final class AuditLog {

  private final String text;
  private Instant now;
  private String policy = "";

  private AuditLog(String text, Instant since) {
    this.text = text;
    this.now = since;
  }

  /** Empty if the text is no log of a sidecar. */
  static Optional<AuditLog> in(String text) {
    return lines(text).findFirst().map(first -> new AuditLog(text, first.time()));
  }

  /** What the log tells, since its first line. */
  UsageReport report() {
    InstantSource timeOfTheLine = () -> now;
    var ledger = new UsageLedger(timeOfTheLine);
    lines(text).filter(LogLine::isAudit).forEach(line -> count(line, ledger));
    return ledger.report(policy, Optional.empty());
  }

  private void count(LogLine line, UsageLedger ledger) {
    now = line.time();
    policy = line.policy();
    if (line.isRefusal()) ledger.refused(line.sighting());
    if (line.isPassword()) ledger.passwordSent(line.sighting());
  }

  private static Stream<LogLine> lines(String text) {
    return text.lines().flatMap(line -> LogLine.of(line).stream());
  }
}
