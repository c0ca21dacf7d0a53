package dev.apiauth.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.operator.status.Workload.SidecarForm;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import dev.apiauth.policy.spec.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole statuses as {@code kubectl get -o yaml} shows them: {@code life/NAME.yaml}. */
class ATypicalLifeIsToldInWords {

  private static final Path GOLDEN =
      Path.of(
          System.getProperty("apiauth.root", ".."),
          "operator/src/test/resources/dev/apiauth/operator/status/life");

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  record Moment(String name, Facts facts) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Moment> life() {
    Facts well = Facts.of("well well well");
    return Stream.of(
        moment("new", Facts.of("").with(Optional.<RenderedPolicy>empty())),
        moment(
            "invalid-first",
            Facts.of("bare bare bare")
                .with(Optional.<RenderedPolicy>empty())
                .with(Facts.accepted("faulty"))),
        moment("without-target", Facts.of("").with(new Workload.Absent("jira"))),
        moment("pods-without-sidecar", Facts.of("bare bare bare")),
        moment("rolling-in", Facts.of("bare mute well")),
        moment("all-well", well),
        moment(
            "ordinary-sidecar", well.with(new Workload.Present("jira", 3, SidecarForm.ORDINARY))),
        moment("accepted-with-warnings", well.with(new Acceptance.Accepted(List.of(warning())))),
        moment("lagging-pod", Facts.of("well older well")),
        moment("rejecting-pod", Facts.of("well refusing well")),
        moment("provider-silent", Facts.of("well deaf well")),
        moment("provider-stale", Facts.of("rusty well well")),
        moment("secret-missing", well.lacking(Facts.MISSING_SECRET)),
        moment("broken-edit", well.with(Facts.accepted("faulty"))),
        moment(
            "conflict", well.with(Facts.accepted("rival")).with(Optional.<RenderedPolicy>empty())),
        moment("shadow", well.with(Facts.policy(Mode.Shadow, DirectAccessPolicy.Refuse))),
        moment("disabled", well.with(Facts.policy(Mode.Disabled, DirectAccessPolicy.Refuse))),
        moment("port-answers", Facts.of("well open open")),
        moment(
            "port-tolerated",
            Facts.of("open open open")
                .with(Facts.policy(Mode.Enforce, DirectAccessPolicy.Tolerate))),
        moment("unreachable", Facts.of("well mute dark")),
        moment(
            "scaled-to-zero",
            Facts.of("").with(new Workload.Present("jira", 0, SidecarForm.NATIVE))));
  }

  private static Moment moment(String name, Facts facts) {
    return new Moment(name, facts);
  }

  private static Problem warning() {
    return Problem.warning(
        "spec.credentials.applicationLinks",
        "consumers pass without groups",
        "Bind them by access.cidrs");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("life")
  void moment(Moment moment) throws IOException {
    assertThat(yaml(moment)).isEqualTo(Files.readString(GOLDEN.resolve(moment + ".yaml")));
  }

  @Test
  void noFileIsLeftOver() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(life().map(moment -> moment + ".yaml").toList());
    }
  }

  private static String yaml(Moment moment) throws JsonProcessingException {
    return YAML.writeValueAsString(moment.facts().status());
  }
}
