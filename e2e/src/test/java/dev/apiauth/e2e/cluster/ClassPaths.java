package dev.apiauth.e2e.cluster;

import java.io.File;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths of our programs as processes: that of the tests without tests and the other. */
public final class ClassPaths {

  private ClassPaths() {}

  public static String ofOperator() {
    return without("sidecar");
  }

  public static String ofSidecar() {
    return without("operator");
  }

  private static String without(String module) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes"))
        .filter(entry -> !isOf(entry, module))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A reactor's folder, or a jar. */
  private static boolean isOf(String entry, String module) {
    return entry.endsWith(File.separator + module + File.separator + "target/classes")
        || entry.contains(File.separator + module + "-");
  }
}
