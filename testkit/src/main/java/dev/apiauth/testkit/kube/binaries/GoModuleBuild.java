package dev.apiauth.testkit.kube.binaries;

import dev.apiauth.testkit.cache.TestCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Builds from the Go modules that the projects publish, for machines that reach a module proxy and
 * nothing else, and for systems that the projects release nothing for.
 */
final class GoModuleBuild implements Supply {

  private static final String HOW_TO_GET_GO = "install Go 1.26 or newer, see https://go.dev/dl";
  private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 30;

  private final String go;
  private final Progress progress;

  /**
   * @param go the command
   */
  GoModuleBuild(String go, Progress progress) {
    this.go = go;
    this.progress = progress;
  }

  @Override
  public Outcome fill(Bundle bundle, Path directory) throws IOException {
    var module = Files.createTempDirectory("apiauth-build-" + bundle.title());
    try {
      new GoProgram(bundle).writeSources(module);
      return build(bundle, module, directory);
    } finally {
      TestCache.remove(module);
    }
  }

  private Outcome build(Bundle bundle, Path module, Path directory) throws IOException {
    if (!isThere()) {
      return new Outcome.Failed("it cannot be built without Go: " + HOW_TO_GET_GO);
    }
    progress.says("%s: building it from its Go modules, minutes the first time".formatted(bundle));
    var arguments = new GoProgram(bundle).arguments(directory.resolve(bundle.title()));
    var log = module.resolve("build.log");
    if (await(bundle, start(arguments, module, log)) != 0) {
      return new Outcome.Failed("it cannot be built: " + Files.readString(log).strip());
    }
    giveNames(bundle, directory);
    progress.says("%s: built".formatted(bundle));
    return new Outcome.Supplied();
  }

  private boolean isThere() {
    try {
      return new ProcessBuilder(go, "version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Process start(List<String> arguments, Path module, Path log) throws IOException {
    var words = new ArrayList<String>();
    words.add(go);
    words.addAll(arguments);
    var builder = new ProcessBuilder(words).directory(module.toFile()).redirectErrorStream(true);
    builder.environment().put("CGO_ENABLED", "0");
    builder.environment().put("GOWORK", "off");
    Process process = builder.redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end a build"));
    return process;
  }

  private int await(Bundle bundle, Process process) throws IOException {
    try {
      while (!process.waitFor(SECONDS_BETWEEN_SIGNS_OF_LIFE, TimeUnit.SECONDS)) {
        progress.says("%s: still building".formatted(bundle));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** The one executable is every program of the bundle, by the name that it is called by. */
  private static void giveNames(Bundle bundle, Path directory) throws IOException {
    for (var program : bundle.programs()) {
      if (!program.equals(bundle.title())) {
        Files.createSymbolicLink(directory.resolve(program), Path.of(bundle.title()));
      }
    }
  }
}
