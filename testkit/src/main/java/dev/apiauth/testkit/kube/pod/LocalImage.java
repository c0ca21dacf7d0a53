package dev.apiauth.testkit.kube.pod;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the containers of an image are run as processes of this machine. */
@FunctionalInterface
public interface LocalImage {

  /** The command line; the environment is set by the runner. */
  List<String> commandLine(ContainerCall call);

  /** Runs what the container itself says: its command and its arguments. */
  static LocalImage ownCommand() {
    return ContainerCall::words;
  }

  /**
   * Runs a Java program on the JDK that runs this code; the container's arguments are its own.
   *
   * @param options of the JVM, the class path among them
   */
  static LocalImage java(List<String> options, String mainClass) {
    return call ->
        Stream.of(
                Stream.of(javaCommand()),
                options.stream(),
                Stream.of(mainClass),
                call.arguments().stream())
            .flatMap(words -> words)
            .toList();
  }

  /** The {@code java} of the JDK that runs this code. */
  static String javaCommand() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
