package dev.apiauth.policy.document;

import java.util.Objects;
import java.util.SortedMap;

/**
 * What belongs together: written last, read first. A set whose files do not have these digests is
 * not complete and is not loaded.
 *
 * @param version the version of this form
 * @param files the names of the files and the SHA-256 of their bytes, in hexadecimal
 */
public record PolicyManifest(int version, SortedMap<String, String> files) {

  /** A manifest without files is none. */
  public PolicyManifest {
    Objects.requireNonNull(files, "files");
  }

  /** The name of the manifest's own file. */
  public static final String FILE = "manifest.json";

  /** The version that this code writes, and the only one that it reads. */
  public static final int VERSION = 1;
}
