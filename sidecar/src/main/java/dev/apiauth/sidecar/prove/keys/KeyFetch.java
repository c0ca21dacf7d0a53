package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.prove.jws.KeySet;

/** What became of an attempt to fetch keys. */
sealed interface KeyFetch {

  record Fetched(KeySet keys) implements KeyFetch {}

  /**
   * There is no key set.
   *
   * @param because a sentence without anything that the other side sent
   */
  record Failed(String because) implements KeyFetch {}
}
