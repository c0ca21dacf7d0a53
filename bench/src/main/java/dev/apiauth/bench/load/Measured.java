package dev.apiauth.bench.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.bench.party.BenchFailure;

/**
 * What wrk saw.
 *
 * @param requests how many were answered
 * @param micros in which time
 * @param p50Micros half of them were answered within this
 * @param p99Micros 99 of 100 were answered within this
 * @param statusErrors answers of 400 and above
 * @param socketErrors connections that were not opened, or broke, or were silent for too long
 */
public record Measured(
    @JsonProperty("requests") long requests,
    @JsonProperty("micros") long micros,
    @JsonProperty("p50Micros") long p50Micros,
    @JsonProperty("p99Micros") long p99Micros,
    @JsonProperty("statusErrors") long statusErrors,
    @JsonProperty("socketErrors") long socketErrors) {

  private static final String MARK = "measured ";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads what {@code measure.lua} had wrk print.
   *
   * @throws BenchFailure if it is not there
   */
  static Measured in(String output) {
    String line =
        output
            .lines()
            .filter(each -> each.startsWith(MARK))
            .findFirst()
            .orElseThrow(() -> new BenchFailure("wrk measured nothing: " + output));
    try {
      return JSON.readValue(line.substring(MARK.length()), Measured.class);
    } catch (JsonProcessingException e) {
      throw new BenchFailure("wrk said something else than JSON: " + line, e);
    }
  }

  /** Answers with an error, or none. */
  public long errors() {
    return statusErrors + socketErrors;
  }
}
