package dev.apiauth.testkit.kube.binaries;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a bundle is built: a Go module of ours that pins everything it depends on by version and
 * digest, and says which package is the program.
 *
 * @param bundle what is built
 */
record GoProgram(Bundle bundle) {

  private static final List<String> SOURCES = List.of("go.mod", "go.sum", "main.go");

  /** Writes the module into the directory. */
  void writeSources(Path directory) throws IOException {
    for (var name : SOURCES) {
      try (var source = GoProgram.class.getResourceAsStream(bundle.title() + "/" + name)) {
        if (source != null) {
          Files.copy(source, directory.resolve(name));
        }
      }
    }
  }

  /** The arguments of {@code go}, in the module's directory, that write the executable. */
  List<String> arguments(Path executable) {
    return List.of(
        "build",
        "-mod=readonly",
        "-buildvcs=false",
        "-trimpath",
        "-ldflags=-s -w " + setVariables(),
        "-o=" + executable,
        mainPackage());
  }

  private String mainPackage() {
    return switch (bundle) {
      case KUBERNETES, ETCD -> ".";
      case HELM -> "helm.sh/helm/v3/cmd/helm";
    };
  }

  /** What the projects' own releases are told at link time: they would not know it otherwise. */
  private String setVariables() {
    var kubernetes = Bundle.KUBERNETES.version();
    var number = kubernetes.split("\\.", 3);
    return switch (bundle) {
      case KUBERNETES ->
          set(
              "k8s.io/component-base/version.gitVersion=v" + kubernetes,
              "k8s.io/component-base/version.gitMajor=" + number[0],
              "k8s.io/component-base/version.gitMinor=" + number[1]);
      case ETCD -> "";
      case HELM ->
          set(
              "helm.sh/helm/v3/internal/version.version=v" + bundle.version(),
              "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=" + number[0],
              "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=" + number[1],
              "helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=" + number[0],
              "helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=" + number[1]);
    };
  }

  private static String set(String... variables) {
    return Arrays.stream(variables).flatMap(each -> Stream.of("-X", each)).collect(joining(" "));
  }
}
