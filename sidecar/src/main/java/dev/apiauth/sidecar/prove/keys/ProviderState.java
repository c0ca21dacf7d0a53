package dev.apiauth.sidecar.prove.keys;

import java.time.Instant;
import java.util.Optional;

/**
 * How a provider's keys are doing, for status and metrics.
 *
 * @param name of the provider in the resource
 * @param condition in one word
 * @param keys how many are usable now
 * @param lastSuccess when they were last fetched
 * @param lastError why the last fetch failed, if it did: a sentence without anything that the
 *     provider sent
 */
public record ProviderState(
    String name,
    Condition condition,
    int keys,
    Optional<Instant> lastSuccess,
    Optional<String> lastError) {

  /** The state in one word. */
  public enum Condition {
    /** The last fetch succeeded. */
    READY,
    /** The last fetch failed; earlier keys are still trusted. */
    STALE,
    /** There are no keys: never were, or too old. The provider's tokens get 503. */
    SILENT
  }
}
