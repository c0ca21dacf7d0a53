package dev.apiauth.sidecar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class AWrongCommandLineNamesTheOption {

  @ParameterizedTest
  @CsvSource({
    "--product-port, 0, is no port: write a number from 1 to 65535",
    "--product-port, 65536, is no port",
    "--product-port, http, is no port",
    "--product-port, -1, is no port",
    "--product-context-path, jira, is no context path: write it as /name",
    "--product-context-path, /a/../b, is no context path",
    "--product-context-path, /a//, is no context path",
    "--product-external-base, jira.example.com, is no base URL: write it as https://host",
    "--product-external-base, https://jira.example.com/jira, is no base URL",
    "--product-external-base, https://jira.example.com:65536, is no base URL"
  })
  void andSaysHowToWriteIt(String option, String value, String complaint) {
    assertThatThrownBy(() -> command().parseArgs("--policy=policy", option + "=" + value))
        .isInstanceOf(ParameterException.class)
        .hasMessageContainingAll(option, '"' + value + '"', complaint);
  }

  @Test
  void itEndsAsAUsageError() {
    var complaints = new StringWriter();

    int exit =
        command()
            .setErr(new PrintWriter(complaints))
            .execute("--policy=policy", "--product-port=http");

    assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(complaints.toString()).contains("--product-port");
  }

  @ParameterizedTest
  @CsvSource({
    "--product-port, 8080",
    "--product-context-path, /",
    "--product-context-path, /confluence/",
    "--product-external-base, https://jira.example.com:8443/"
  })
  void aRightOneIsRead(String option, String value) {
    var read = command().parseArgs("--policy=policy", option + "=" + value);

    assertThat(read.hasMatchedOption(option)).isTrue();
  }

  private static CommandLine command() {
    return new CommandLine(new SidecarCommand());
  }
}
