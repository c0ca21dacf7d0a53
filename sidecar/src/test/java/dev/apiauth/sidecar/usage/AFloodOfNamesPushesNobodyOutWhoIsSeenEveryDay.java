package dev.apiauth.sidecar.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.UsageReport.UsageRow;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AFloodOfNamesPushesNobodyOutWhoIsSeenEveryDay {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private final UsageTable table = new UsageTable(10);

  @Test
  void theTableIsBoundedAndSaysWhatItLost() {
    for (int at = 0; at < 1_000; at++) table.count(by("nobody-" + at), NOON.plusSeconds(at));

    assertThat(table.rows()).hasSize(10);
    assertThat(table.unlisted()).isEqualTo(990);
  }

  @Test
  void theFrequentStay() {
    for (int at = 0; at < 3; at++) table.count(by("backup"), NOON.plusSeconds(at));
    for (int at = 0; at < 1_000; at++) table.count(by("nobody-" + at), NOON.plusSeconds(at));

    assertThat(table.rows().getFirst())
        .extracting(UsageRow::user, UsageRow::count)
        .containsExactly("backup", 3L);
  }

  @Test
  void aRowTellsItsFirstAndItsLastTime() {
    table.count(by("backup"), NOON);
    table.count(by("backup"), NOON.plusSeconds(60));

    assertThat(table.rows()).containsExactly(by("backup").row(2, NOON, NOON.plusSeconds(60)));
  }

  private static Sighting by(String user) {
    return new Sighting("deny", "password_refused", "basic", user, "10.0.0.1", "rest_api", "/", "");
  }
}
