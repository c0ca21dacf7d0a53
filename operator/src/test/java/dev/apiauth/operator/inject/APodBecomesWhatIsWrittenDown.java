package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.apiauth.operator.inject.InjectionDecision.Inject;
import dev.apiauth.operator.inject.InjectionDecision.NotSelected;
import dev.apiauth.operator.inject.InjectionDecision.Refuse;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Golden pairs: {@code golden/NAME.in.yaml} beside {@code NAME.out.yaml}, the pod with its sidecar,
 * {@code NAME.refused.txt}, why it is not created, or {@code NAME.unchanged.txt}, why it is left
 * alone. A new case is a new file.
 *
 * <p>To write the outputs anew: {@code mvn -B -pl operator test -Dgolden=write
 * -Dtest=APodBecomesWhatIsWrittenDown}, then read the difference before it is committed.
 */
class APodBecomesWhatIsWrittenDown {

  private static final String INJECTED = ".out.yaml";
  private static final String REFUSED = ".refused.txt";
  private static final String UNCHANGED = ".unchanged.txt";
  private static final List<String> ENDINGS = List.of(INJECTED, REFUSED, UNCHANGED);

  private final PodInjector injector = new PodInjector();

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.operator.inject.GoldenPod#all")
  void fieldByField(GoldenPod golden) throws IOException {
    SortedMap<String, String> made = new TreeMap<>(files(golden));
    if (System.getProperty("golden", "").equals("write")) write(golden, made);

    assertThat(committed(golden)).isEqualTo(made);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.operator.inject.GoldenPod#all")
  void andASecondInjectionChangesNothing(GoldenPod golden) {
    if (!(golden.decision() instanceof Inject(InjectionPlan plan))) return;
    Pod once = injector.inject(golden.pod(), plan);

    assertThat(golden.decisionOn(once)).isEqualTo(new Inject(plan));
    assertThat(Yaml.text(injector.inject(once, plan))).isEqualTo(Yaml.text(once));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.apiauth.operator.inject.GoldenPod#all")
  void andThePodThatWasSentStaysAsItIs(GoldenPod golden) {
    String before = Yaml.text(golden.pod());

    if (golden.decision() instanceof Inject(InjectionPlan plan))
      injector.inject(golden.pod(), plan);

    assertThat(Yaml.text(golden.pod())).isEqualTo(before);
  }

  @Test
  void andNoOutputIsLeftBehind() throws IOException {
    Set<String> names = GoldenPod.all().map(GoldenPod::name).collect(Collectors.toSet());

    try (Stream<Path> files = Files.list(GoldenPod.folder())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .allSatisfy(file -> assertThat(names).contains(file.substring(0, file.indexOf('.'))));
    }
  }

  private Map<String, String> files(GoldenPod golden) {
    return switch (golden.decision()) {
      case Inject(InjectionPlan plan) ->
          Map.of(INJECTED, Yaml.text(injector.inject(golden.pod(), plan)));
      case Refuse(String message) -> Map.of(REFUSED, message + "\n");
      case NotSelected(String why) -> Map.of(UNCHANGED, why + "\n");
    };
  }

  private static SortedMap<String, String> committed(GoldenPod golden) throws IOException {
    var files = new TreeMap<String, String>();
    for (String ending : ENDINGS) {
      Path file = GoldenPod.folder().resolve(golden.name() + ending);
      if (Files.exists(file)) files.put(ending, Files.readString(file));
    }
    return files;
  }

  private static void write(GoldenPod golden, SortedMap<String, String> made) throws IOException {
    for (String ending : ENDINGS) {
      Files.deleteIfExists(GoldenPod.folder().resolve(golden.name() + ending));
    }
    for (var file : made.entrySet()) {
      Files.writeString(GoldenPod.folder().resolve(golden.name() + file.getKey()), file.getValue());
    }
    abort("written anew: read the difference before it is committed");
  }
}
