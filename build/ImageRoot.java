import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Makes what an image without a base image needs below our classes: a Java runtime of the modules that we use, the files of
 * the C library that it is linked to, and the few files of /etc that it reads. Linux on x86-64 with glibc only.
 */
class ImageRoot {

  /** What operator, sidecar and their libraries use. */
  private static final List<String> MODULES = List.of(
      "java.base", "java.logging", "java.management", "java.naming", "java.net.http", "java.sql", "java.xml", "jdk.httpserver",
      "jdk.jfr", "jdk.management", "jdk.unsupported", "jdk.zipfs");

  private static final Path LINKER = Path.of("/lib64/ld-linux-x86-64.so.2");

  private static final List<String> LIBRARIES =
      List.of("libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0", "librt.so.1");

  private static final List<Path> LIBRARY_FOLDERS =
      List.of(Path.of("/lib/x86_64-linux-gnu"), Path.of("/usr/lib/x86_64-linux-gnu"), Path.of("/lib64"), Path.of("/usr/lib64"));

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]);
    Path done = root.resolveSibling(root.getFileName() + ".made-of");
    String madeOf = System.getProperty("java.runtime.version") + " " + MODULES;
    if (Files.exists(done) && Files.readString(done).equals(madeOf)) return;
    remove(root);
    linkRuntime(root.resolve("opt/java"));
    copyLibraries(root);
    writeSettings(root.resolve("etc"));
    Files.writeString(done, madeOf);
  }

  private static void linkRuntime(Path target) throws IOException {
    Files.createDirectories(target.getParent());
    ToolProvider jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new IOException("this JDK has no jlink"));
    int exit = jlink.run(System.out, System.err, "--add-modules", String.join(",", MODULES), "--strip-debug", "--no-header-files",
        "--no-man-pages", "--compress", "zip-6", "--output", target.toString());
    if (exit != 0) throw new IOException("jlink ended with " + exit);
  }

  /** Links are followed: an image has no other file that they could lead to. */
  private static void copyLibraries(Path root) throws IOException {
    copy(LINKER, root.resolve("lib64"));
    for (String library : LIBRARIES) copy(find(library), root.resolve("lib/x86_64-linux-gnu"));
  }

  private static Path find(String library) throws IOException {
    for (Path folder : LIBRARY_FOLDERS) {
      Path file = folder.resolve(library);
      if (Files.exists(file)) return file;
    }
    throw new IOException("an image without a base needs " + library + " of this machine's glibc; name a base image with -Dimage.base=...");
  }

  private static void copy(Path file, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(file.toRealPath(), folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeSettings(Path etc) throws IOException {
    Files.createDirectories(etc);
    Files.writeString(etc.resolve("passwd"), "root:x:0:0:root:/:/none\napiauth:x:65532:65532:apiauth:/:/none\n");
    Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns\n");
    Files.writeString(etc.resolve("group"), "root:x:0:\napiauth:x:65532:\n");
  }

  private static void remove(Path directory) throws IOException {
    if (!Files.exists(directory)) return;
    try (var tree = Files.walk(directory)) {
      tree.sorted(Comparator.reverseOrder()).forEach(ImageRoot::delete);
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
