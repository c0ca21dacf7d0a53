package dev.apiauth.sidecar.prove.keys;

import io.vertx.core.Future;

/** Where keys are fetched from. */
interface KeySource {

  /** Fetches from the beginning; completes in bounded time and does not fail. */
  Future<KeyFetch> fetch();

  /** Fetches the key set alone from where it was found last; else from the beginning. */
  Future<KeyFetch> fetchAgain();
}
