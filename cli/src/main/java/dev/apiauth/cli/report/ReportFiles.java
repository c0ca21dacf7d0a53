package dev.apiauth.cli.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.cli.input.TextFile;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.policy.document.UsageReport;
import java.io.IOException;
import java.util.List;

/**
 * Reports as sidecars tell them: JSON objects, one or several after each other. A sidecar's log is
 * as good: it makes one report.
 */
final class ReportFiles {

  /** A newer sidecar may tell more. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private ReportFiles() {}

  /**
   * The reports in a file; one where it is a log.
   *
   * @throws UnusableInputException if there is something else in it
   */
  static List<UsageReport> in(String file) {
    String text = TextFile.read(file);
    return AuditLog.in(text).map(log -> List.of(log.report())).orElseGet(() -> read(file, text));
  }

  static List<UsageReport> read(String name, String text) {
    try (MappingIterator<UsageReport> reports =
        JSON.readerFor(UsageReport.class).readValues(text)) {
      return reports.readAll();
    } catch (JsonMappingException e) {
      throw unusable(name, e.getOriginalMessage());
    } catch (IOException e) {
      throw unusable(name, "it is no JSON");
    }
  }

  private static UnusableInputException unusable(String name, String why) {
    return new UnusableInputException(
        "%s: neither a usage report nor a log: %s".formatted(name, why));
  }
}
