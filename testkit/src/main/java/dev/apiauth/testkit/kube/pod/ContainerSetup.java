package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.network.PodLink;
import dev.apiauth.testkit.kube.pod.Preparation.NotYet;
import dev.apiauth.testkit.kube.pod.Preparation.Ready;
import io.fabric8.kubernetes.api.model.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the containers of one pod into processes that can be started. */
final class ContainerSetup {

  private static final String CONFIGURATION = "CreateContainerConfigError";
  private static final String NO_IMAGE = "ErrImageNeverPull";

  private final PodFacts facts;
  private final PodLink link;
  private final PodVolumes volumes;
  private final ObjectCache objects;
  private final LocalImages images;
  private final Path folder;

  /**
   * @param folder the pod's own
   */
  ContainerSetup(
      PodFacts facts,
      PodLink link,
      PodVolumes volumes,
      ObjectCache objects,
      LocalImages images,
      Path folder) {
    this.facts = facts;
    this.link = link;
    this.volumes = volumes;
    this.objects = objects;
    this.images = images;
    this.folder = folder;
  }

  PodLink link() {
    return link;
  }

  Path logOf(String container) {
    return logFile(folder, container);
  }

  static Path logFile(Path podFolder, String container) {
    return podFolder.resolve(container + ".log");
  }

  /** Reads Secrets and ConfigMaps anew, so that asking again later may help. */
  Preparation prepare(Container container) {
    var image = images.find(container.getImage());
    if (image.isEmpty()) return new NotYet(NO_IMAGE, unknown(container.getImage()));
    var environment = ContainerEnvironment.of(container, facts, objects);
    if (!environment.missing().isEmpty()) {
      return new NotYet(CONFIGURATION, String.join("; ", environment.missing()));
    }
    try {
      return new Ready(launch(container, image.get(), environment.variables()));
    } catch (IOException | IllegalArgumentException failure) {
      return new NotYet(CONFIGURATION, String.valueOf(failure.getMessage()));
    }
  }

  private String unknown(String image) {
    return "no process is known for image \"%s\", only for %s".formatted(image, images.names());
  }

  private Launch launch(Container container, LocalImage image, Map<String, String> variables)
      throws IOException {
    var mounts = volumes.mountsOf(container);
    var references = new VariableReferences(variables);
    var environment = new HashMap<String, String>();
    variables.forEach((name, value) -> environment.put(name, mounts.rewrite(value)));
    var call =
        new ContainerCall(
            container,
            words(container.getCommand(), references, mounts),
            words(container.getArgs(), references, mounts),
            environment);
    var directory = Files.createDirectories(folder.resolve("work").resolve(container.getName()));
    return new Launch(
        link.inside(image.commandLine(call)),
        withBasics(environment, directory),
        directory,
        mounts);
  }

  private static List<String> words(
      List<String> words, VariableReferences references, MountPaths mounts) {
    return words.stream().map(references::expand).map(mounts::rewrite).toList();
  }

  /** What every container has from its image and its pod. */
  private Map<String, String> withBasics(Map<String, String> environment, Path directory) {
    var all = new HashMap<String, String>();
    all.put("PATH", Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin"));
    all.put("HOME", directory.toString());
    all.put("HOSTNAME", facts.name());
    all.putAll(environment);
    return all;
  }
}
