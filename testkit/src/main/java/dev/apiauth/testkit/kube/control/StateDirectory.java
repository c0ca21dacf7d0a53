package dev.apiauth.testkit.kube.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one control plane keeps everything: keys, etcd's data, logs. Only its owner may read it.
 *
 * @param path of the directory
 */
record StateDirectory(Path path) {

  static StateDirectory create() {
    try {
      return new StateDirectory(Files.createTempDirectory("apiauth-control-plane-"));
    } catch (IOException e) {
      throw new UncheckedIOException("no directory for a control plane", e);
    }
  }

  /** A directory in it, made when it is first asked for. */
  Path directory(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path logOf(String program) {
    return path.resolve(program + ".log");
  }
}
