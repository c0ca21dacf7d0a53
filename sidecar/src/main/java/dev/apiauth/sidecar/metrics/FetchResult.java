package dev.apiauth.sidecar.metrics;

/** How fetching a provider's keys ended. */
public enum FetchResult {
  /** A key set came. */
  SUCCESS,
  /** No answer, or none that is a key set. */
  FAILURE
}
