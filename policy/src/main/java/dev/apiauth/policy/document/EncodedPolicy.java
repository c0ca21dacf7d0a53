package dev.apiauth.policy.document;

import java.util.SortedMap;

/**
 * A set as it is published.
 *
 * @param files the bytes of each file by its name
 * @param hash what identifies the set: changes whenever the policy or a secret does
 */
public record EncodedPolicy(SortedMap<String, byte[]> files, PolicyHash hash) {

  /** How much all files are together, in bytes; a Secret holds no more than 1 MiB. */
  public int size() {
    return files.values().stream().mapToInt(file -> file.length).sum();
  }
}
