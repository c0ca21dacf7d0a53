package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.pod.LocalImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./apiauth}, the command line, as a process of its own.
 *
 * @param classPath its classes and libraries
 * @param folder where its input is put
 */
record ApiauthProgram(String classPath, Path folder) {

  private static final List<String> JVM =
      List.of("-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /**
   * Runs it to its end and answers what it wrote to standard output.
   *
   * @param input its standard input
   * @throws IllegalStateException with what it wrote if it does not end with exit code 0
   */
  String run(String input, String... arguments) {
    try {
      Path stdin = Files.writeString(folder.resolve("apiauth.stdin"), input);
      Process process =
          new ProcessBuilder(words(arguments))
              .redirectInput(stdin.toFile())
              .redirectError(Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      if (exit == 0) return said;
      throw new IllegalStateException("apiauth ended with exit code " + exit + ": " + said);
    } catch (IOException e) {
      throw new UncheckedIOException("apiauth cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while apiauth ran", e);
    }
  }

  private List<String> words(String... arguments) {
    var words = new ArrayList<String>();
    words.add(LocalImage.javaCommand());
    words.addAll(JVM);
    words.addAll(List.of("-cp", classPath, "dev.apiauth.cli.Apiauth"));
    words.addAll(List.of(arguments));
    return words;
  }
}
