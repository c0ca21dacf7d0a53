package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyHash;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files as they were read at one moment. May hold secrets: it is never printed.
 *
 * @param files the bytes of each file by its name
 * @param content what tells two sets with different content apart
 */
public record FileSet(SortedMap<String, byte[]> files, PolicyHash content) {

  /** The set is copied, its bytes are not. */
  public FileSet {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** The set of these files. */
  public static FileSet of(Map<String, byte[]> files) {
    var sorted = new TreeMap<>(files);
    return new FileSet(sorted, PolicyHash.of(written(sorted)));
  }

  /** Both sets in one; names of {@code other} are prefixed so that they cannot collide. */
  public FileSet with(String prefix, FileSet other) {
    var all = new TreeMap<>(files);
    other.files().forEach((name, bytes) -> all.put(prefix + name, bytes));
    return of(all);
  }

  /** The files whose names begin with {@code prefix}, without it. */
  public FileSet below(String prefix) {
    var some = new TreeMap<String, byte[]>();
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith(prefix)) some.put(name.substring(prefix.length()), bytes);
        });
    return of(some);
  }

  private static byte[] written(SortedMap<String, byte[]> files) {
    var out = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(out)) {
      for (var file : files.entrySet()) {
        data.writeUTF(file.getKey());
        data.writeInt(file.getValue().length);
        data.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Override
  public String toString() {
    return "FileSet" + files.keySet();
  }
}
