package dev.apiauth.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TheCommandLineIsTheCharts {

  private static final List<String> REQUIRED =
      List.of(
          "--namespace=apiauth-system",
          "--watch-namespaces=atlassian,wiki",
          "--sidecar-image=apiauth/sidecar:1",
          "--webhook-configuration=apiauth",
          "--webhook-hosts=apiauth-webhook.apiauth-system.svc");

  @Test
  void withEveryOption() {
    var options =
        List.of(
            "--monitoring-namespaces=monitoring",
            "--sidecar-image-pull-policy=IfNotPresent",
            "--native-sidecars=Auto",
            "--egress-allow=10.20.0.0/16,http://keycloak.idp:8080",
            "--webhook-listen=[::1]:9443",
            "--probes=0.0.0.0:9080",
            "--identity=apiauth-0");

    CommandLine.ParseResult parsed = parse(options);

    assertThat(parsed.matchedOptions()).hasSize(REQUIRED.size() + options.size());
  }

  @Test
  void andWithNoneThatIsUnknown() {
    assertThatThrownBy(() -> parse(List.of("--watch-all")))
        .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
  }

  private static CommandLine.ParseResult parse(List<String> more) {
    var words = new ArrayList<>(REQUIRED);
    words.addAll(more);
    return OperatorCommand.commandLine().parseArgs(words.toArray(String[]::new));
  }
}
