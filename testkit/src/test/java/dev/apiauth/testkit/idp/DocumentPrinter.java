package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads documents by a process of its own, which resolves names by a hosts file and trusts one
 * authority.
 *
 * @param hostsFile that it is started with
 * @param caFile the authority's certificate
 */
public record DocumentPrinter(Path hostsFile, Path caFile) {

  /** What is at that address. */
  public String printed(String uri) throws IOException, InterruptedException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Djdk.net.hosts.file=" + hostsFile,
            "-cp",
            System.getProperty("java.class.path"),
            PrintDocument.class.getName(),
            uri,
            caFile.toString());
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
