import com.google.googlejavaformat.java.Formatter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Holds every Java file to google-java-format: {@code check} names the files that differ, {@code write} rewrites them. */
class Format {

  private static final List<String> ROOTS = List.of("policy", "crds", "testkit", "sidecar", "operator", "cli", "e2e", "bench");

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    var differing = new ArrayList<Path>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted = formatted(file, source);
      if (!formatted.equals(source)) {
        differing.add(file);
        if (write) Files.writeString(file, formatted);
      }
    }
    if (write || differing.isEmpty()) return;
    differing.forEach(file -> System.err.println("not formatted: " + file));
    System.err.println("Run `mvn -N validate -Dformat=write` to rewrite them.");
    System.exit(1);
  }

  private static List<Path> sources() throws IOException {
    var found = new ArrayList<Path>();
    for (String root : ROOTS) {
      try (var walk = Files.walk(Path.of(root, "src"))) {
        walk.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
      }
    }
    return found;
  }

  private static String formatted(Path file, String source) throws Exception {
    try {
      return new Formatter().formatSourceAndFixImports(source);
    } catch (Exception e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
