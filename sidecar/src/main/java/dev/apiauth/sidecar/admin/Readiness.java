package dev.apiauth.sidecar.admin;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Whether clients should be sent here. Thread-safe. */
public final class Readiness {

  private final List<ReadinessCheck> checks;
  private volatile boolean draining;

  /** Ready while all of these hold. */
  public Readiness(List<ReadinessCheck> checks) {
    this.checks = List.copyOf(checks);
  }

  /** From now on never ready: this process is about to end (F28). */
  public void drain() {
    draining = true;
  }

  /** How it is now. Completes when every check has; never fails. */
  Future<Report> report() {
    if (draining) return Future.succeededFuture(new Report(List.of(Finding.DRAINING)));
    List<Future<Finding>> findings = checks.stream().map(Readiness::find).toList();
    return Future.all(findings).map(all -> new Report(all.list()));
  }

  private static Future<Finding> find(ReadinessCheck check) {
    return check
        .problem()
        .otherwise(failure -> Optional.of("it cannot be checked"))
        .map(problem -> new Finding(check.name(), problem));
  }

  /** What a check found. */
  record Finding(String name, Optional<String> problem) {

    static final Finding DRAINING = new Finding("draining", Optional.of("this process is ending"));

    @Override
    public String toString() {
      return "%s: %s\n".formatted(name, problem.orElse("ok"));
    }
  }

  /** What all checks found. */
  record Report(List<Finding> findings) {

    boolean isReady() {
      return findings.stream().allMatch(finding -> finding.problem().isEmpty());
    }

    /** A line for each check. */
    String text() {
      return String.join("", findings.stream().map(Finding::toString).toList());
    }
  }
}
