package dev.apiauth.cli.report;

import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Table;
import dev.apiauth.policy.document.UsageReport.UsageRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The sum, for people and programs.
 *
 * @param sum what was added up
 * @param most how many rows people see of each list
 */
record ReportAnswer(UsageSum sum, int most) implements Answer {

  @Override
  public String text() {
    return "%s%d reports since %s%n%n%s%n%s%s"
        .formatted(
            about(), sum.reports(), seconds(sum.since()), refusals(), passwords(), unlisted());
  }

  private String about() {
    return sum.resources().isEmpty() ? "" : String.join(", ", sum.resources()) + ", ";
  }

  private String refusals() {
    var table =
        Table.of(
            "COUNT",
            "DECISION",
            "REASON",
            "USER",
            "CREDENTIAL",
            "FROM",
            "PATH",
            "CLIENT",
            "LAST SEEN");
    sum.refusals().stream()
        .limit(most)
        .forEach(
            row ->
                table.row(
                    Long.toString(row.count()),
                    row.decision(),
                    row.reason(),
                    nobody(row.user()),
                    row.credential(),
                    row.address(),
                    row.path(),
                    row.client(),
                    seconds(row.lastSeen())));
    return titled("Refused, or would be under Enforce", table, sum.refusals());
  }

  private String passwords() {
    var table = Table.of("COUNT", "USER", "AS", "DECISION", "FROM", "PATH", "CLIENT", "LAST SEEN");
    sum.passwords().stream()
        .limit(most)
        .forEach(
            row ->
                table.row(
                    Long.toString(row.count()),
                    nobody(row.user()),
                    row.credential(),
                    row.decision(),
                    row.address(),
                    row.path(),
                    row.client(),
                    seconds(row.lastSeen())));
    return titled("Passwords still in use", table, sum.passwords());
  }

  private String titled(String title, Table table, List<UsageRow> rows) {
    if (rows.isEmpty()) return "%s: none%n".formatted(title);
    String more =
        rows.size() > most ? "and %d rows more, see --top%n".formatted(rows.size() - most) : "";
    return "%s%n%s%s".formatted(title, table.text(), more);
  }

  private String unlisted() {
    return sum.unlisted() == 0
        ? ""
        : "%n%d requests are in no row: sidecars keep the most frequent ones%n"
            .formatted(sum.unlisted());
  }

  private static String seconds(String time) {
    return time.isEmpty() ? "" : Instant.parse(time).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String nobody(String user) {
    return user.isEmpty() ? "-" : user;
  }

  @Override
  public Object data() {
    return sum;
  }
}
