package dev.apiauth.cli.report;

import dev.apiauth.policy.document.UsageReport;
import dev.apiauth.policy.document.UsageReport.UsageRow;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Several reports as one: the pods of a product see different requests of the same callers.
 *
 * @param reports how many were added up
 * @param resources which resources they are about, {@code namespace/name}; logs do not tell
 * @param policies the hashes of the policies in force; more than one while an edit is on its way.
 *     Logs tell the first digits
 * @param since when the first of them began to count
 * @param refusals what was refused, or would be, the most frequent first
 * @param passwords who sent a password, the most frequent first
 * @param unlisted how many requests are in no row
 */
record UsageSum(
    int reports,
    List<String> resources,
    List<String> policies,
    String since,
    List<UsageRow> refusals,
    List<UsageRow> passwords,
    long unlisted) {

  /** What makes requests alike: everything but the times and the number. */
  private record Alike(
      String decision,
      String reason,
      String credential,
      String user,
      String address,
      String pathClass,
      String path,
      String client) {

    static Alike of(UsageRow row) {
      return new Alike(
          row.decision(),
          row.reason(),
          row.credential(),
          row.user(),
          row.address(),
          row.pathClass(),
          row.path(),
          row.client());
    }
  }

  static UsageSum of(List<UsageReport> reports) {
    return new UsageSum(
        reports.size(),
        distinct(reports, UsageSum::resource),
        distinct(reports, UsageReport::policyHash),
        reports.stream().map(UsageReport::since).min(Comparator.naturalOrder()).orElse(""),
        added(reports, UsageReport::refusals),
        added(reports, UsageReport::passwords),
        reports.stream().mapToLong(UsageReport::unlisted).sum());
  }

  private static String resource(UsageReport report) {
    return report.name().isEmpty() ? "" : "%s/%s".formatted(report.namespace(), report.name());
  }

  private static List<String> distinct(
      List<UsageReport> reports, Function<UsageReport, String> what) {
    return reports.stream().map(what).filter(one -> !one.isEmpty()).distinct().sorted().toList();
  }

  private static List<UsageRow> added(
      List<UsageReport> reports, Function<UsageReport, List<UsageRow>> rows) {
    Map<Alike, UsageRow> sums =
        reports.stream()
            .flatMap(report -> rows.apply(report).stream())
            .collect(
                Collectors.toMap(
                    Alike::of, Function.identity(), UsageSum::added, LinkedHashMap::new));
    return sums.values().stream()
        .sorted(Comparator.comparingLong(UsageRow::count).reversed().thenComparing(UsageRow::user))
        .toList();
  }

  private static UsageRow added(UsageRow one, UsageRow other) {
    return new UsageRow(
        one.decision(),
        one.reason(),
        one.credential(),
        one.user(),
        one.address(),
        one.pathClass(),
        one.path(),
        one.client(),
        one.count() + other.count(),
        earlier(one.firstSeen(), other.firstSeen()),
        later(one.lastSeen(), other.lastSeen()));
  }

  private static String earlier(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
