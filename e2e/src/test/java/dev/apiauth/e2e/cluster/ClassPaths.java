package dev.apiauth.e2e.cluster;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths of our programs as processes: that of the tests without tests and the others. */
public final class ClassPaths {

  private ClassPaths() {}

  public static String ofOperator() {
    return without("sidecar", "cli");
  }

  public static String ofSidecar() {
    return without("operator", "cli");
  }

  public static String ofCommandLine() {
    return without("operator");
  }

  private static String without(String... modules) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .filter(entry -> Stream.of(modules).noneMatch(module -> isOf(entry, module)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A reactor's classes or jar, or a jar from elsewhere. */
  private static boolean isOf(String entry, String module) {
    return entry.contains(File.separator + module + File.separator + "target" + File.separator)
        || entry.contains(File.separator + module + "-");
  }
}
