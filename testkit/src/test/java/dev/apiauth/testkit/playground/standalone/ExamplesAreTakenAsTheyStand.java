package dev.apiauth.testkit.playground.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is enforced is the file that a reader sees, but for ports that somebody else has. */
class ExamplesAreTakenAsTheyStand {

  private static final Path CHECKOUT = Path.of(System.getProperty("apiauth.root", ".."));

  @ParameterizedTest
  @EnumSource
  void withTheUsualPortsNothingIsChanged(Example example) {
    String text = text(example);

    assertThat(file(example).withPorts(text, file(example).productPort(), Ports.KEYCLOAK))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @EnumSource
  void otherPortsChangeTwoLines(Example example) {
    String text = text(example);

    var changed = file(example).withPorts(text, 4711, 4712).lines().toList();

    assertThat(changed).hasSameSizeAs(text.lines().toList());
    assertThat(changed.stream().filter(line -> !text.contains(line)))
        .satisfiesExactly(
            line -> assertThat(line).contains("port: 4711"),
            line -> assertThat(line).contains("http://127.0.0.1:4712"));
  }

  @Test
  void anExampleWithOtherPortsIsNotGuessedAt() {
    assertThatThrownBy(() -> file(Example.JIRA).withPorts("upstream: {port: 1}", 4711, 4712))
        .hasMessageContaining("examples/standalone/jira.yaml lacks {port: 18080");
  }

  private static String text(Example example) {
    return new EditedFile(file(example).in(CHECKOUT)).text();
  }

  private static ExampleFile file(Example example) {
    return ExampleFile.of(example);
  }
}
