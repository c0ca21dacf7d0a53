package dev.apiauth.testkit.idp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks an archive whose entries all lie in one folder. */
final class ZipArchive {

  private ZipArchive() {}

  /** Unpacks what lies below {@code folder} into {@code target}; permissions are not kept. */
  static void unpack(Path archive, String folder, Path target) throws IOException {
    try (var zip = new ZipFile(archive.toFile())) {
      for (var entry : zip.stream().toList()) {
        unpack(zip, entry, place(entry, folder, target));
      }
    }
  }

  private static Path place(ZipEntry entry, String folder, Path target) throws IOException {
    var relative = Path.of(folder).relativize(Path.of(entry.getName()).normalize());
    var place = target.resolve(relative).normalize();
    if (!place.startsWith(target)) {
      throw new IOException("an entry outside of the archive's folder: " + entry.getName());
    }
    return place;
  }

  private static void unpack(ZipFile zip, ZipEntry entry, Path place) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(place);
      return;
    }
    Files.createDirectories(place.getParent());
    try (var content = zip.getInputStream(entry)) {
      Files.copy(content, place);
    }
  }
}
