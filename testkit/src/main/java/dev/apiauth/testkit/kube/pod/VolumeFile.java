package dev.apiauth.testkit.kube.pod;

import java.nio.file.attribute.PosixFilePermission;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file of a volume.
 *
 * @param content in Base64, as the API has it
 * @param mode permission bits, {@code 0444}
 */
record VolumeFile(String content, int mode) {

  byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  Set<PosixFilePermission> permissions() {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    var fromTheHighestBit = PosixFilePermission.values();
    for (int i = 0; i < fromTheHighestBit.length; i++) {
      if ((mode >> (fromTheHighestBit.length - 1 - i) & 1) == 1) {
        permissions.add(fromTheHighestBit[i]);
      }
    }
    return permissions;
  }

  /** Without the content, which may be secret. */
  @Override
  public String toString() {
    return "VolumeFile[mode=%o]".formatted(mode);
  }
}
