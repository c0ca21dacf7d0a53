package dev.apiauth.policy.preset;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder on the class path, whether it lies in a jar or in a directory. */
final class ShippedFiles {

  private ShippedFiles() {}

  static List<byte[]> in(String folder) throws IOException {
    URI location = location(folder);
    if (!location.getScheme().equals("jar")) return contents(Path.of(location));
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(URI.create(jarFile(location))))) {
      return contents(jar.getPath(folder));
    }
  }

  private static URI location(String folder) throws IOException {
    var url = ShippedFiles.class.getClassLoader().getResource(folder);
    if (url == null) throw new IOException(folder + " is not on the class path");
    return URI.create(url.toString());
  }

  private static String jarFile(URI location) {
    String inside = location.getRawSchemeSpecificPart();
    return inside.substring(0, inside.indexOf("!/"));
  }

  private static List<byte[]> contents(Path folder) throws IOException {
    var found = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) found.add(Files.readAllBytes(file));
    }
    return found;
  }
}
