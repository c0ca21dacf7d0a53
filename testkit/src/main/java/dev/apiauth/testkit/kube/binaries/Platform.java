package dev.apiauth.testkit.kube.binaries;

import java.util.Locale;

/**
 * For which machine a program is made, in Go's words.
 *
 * @param os such as {@code linux} or {@code darwin}
 * @param architecture such as {@code amd64} or {@code arm64}
 */
public record Platform(String os, String architecture) {

  /** The machine that runs this code. */
  public static Platform here() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArchitecture) {
    var os = osName.toLowerCase(Locale.ROOT);
    var architecture =
        switch (osArchitecture) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> osArchitecture;
        };
    return new Platform(os.startsWith("mac") ? "darwin" : os, architecture);
  }
}
