package dev.apiauth.operator.inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Pod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file {@code golden/NAME.in.yaml}: resources, and the pod that is created. Where the name begins
 * with {@code ordinary-}, sidecars are ordinary containers.
 *
 * @param name the file's name without its ending
 * @param resources what may protect the pod
 * @param pod the pod
 */
record GoldenPod(String name, List<Candidate> resources, Pod pod) {

  private static final String ENDING = ".in.yaml";

  static Stream<GoldenPod> all() {
    try (var files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList().stream()
          .map(GoldenPod::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The folder in the sources, so that goldens are written where they are committed. */
  static Path folder() {
    return Path.of(System.getProperty("apiauth.root", ".."))
        .resolve("operator/src/test/resources/dev/apiauth/operator/inject/golden");
  }

  SidecarKind kind() {
    return name.startsWith("ordinary-") ? SidecarKind.ORDINARY : SidecarKind.NATIVE;
  }

  InjectionDecision decision() {
    return decisionOn(pod);
  }

  InjectionDecision decisionOn(Pod other) {
    return Resources.decider(kind()).decide("atlassian", other, resources);
  }

  private static GoldenPod read(Path file) {
    try {
      List<JsonNode> documents = Yaml.documents(Files.readString(file)).toList();
      return new GoldenPod(
          file.getFileName().toString().replace(ENDING, ""),
          documents.stream().filter(GoldenPod::isResource).map(Resources::read).toList(),
          documents.stream()
              .filter(document -> !isResource(document))
              .map(document -> Yaml.as(Pod.class, document))
              .findFirst()
              .orElseThrow());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isResource(JsonNode document) {
    return document.path("kind").asText().equals("AtlassianApiAuth");
  }

  @Override
  public String toString() {
    return name;
  }
}
