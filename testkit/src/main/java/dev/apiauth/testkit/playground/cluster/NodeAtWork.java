package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.kube.network.PodNetworks;
import dev.apiauth.testkit.kube.pod.LocalImage;
import dev.apiauth.testkit.kube.pod.LocalImages;
import dev.apiauth.testkit.kube.pod.PodRunner;
import dev.apiauth.testkit.kube.pod.PodRunnerOptions;
import dev.apiauth.testkit.playground.Example;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The cluster's one node, and the images that it has.
 *
 * @param sidecarClassPath what is in the sidecar's image
 * @param vaults the tokens that the products' images know
 */
record NodeAtWork(String sidecarClassPath, Vaults vaults) {

  private static final List<String> SIDECAR_JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx128m",
          "-XX:TieredStopAtLevel=1",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * The network of its pods. Three products side by side need three addresses: all sidecars have
   * the same ports.
   *
   * @throws IllegalStateException with what else can be done where pods cannot have addresses
   */
  static PodNetwork network() {
    PodNetwork network = PodNetworks.ofMachine();
    if (network.separatesPods()) return network;
    network.close();
    throw new IllegalStateException(
        "pods cannot have addresses of their own here (%s): that takes root on Linux, with iproute2. ./quickstart --standalone needs neither"
            .formatted(network.description()));
  }

  /**
   * Starts it.
   *
   * @param folder where volumes and logs of the pods are put
   */
  PodRunner start(KubernetesClient client, PodNetwork network, Path folder) {
    var options = PodRunnerOptions.of(images()).withNetwork(network).withFolder(folder);
    return PodRunner.start(client, options);
  }

  private LocalImages images() {
    var jvm = new ArrayList<>(SIDECAR_JVM);
    jvm.addAll(List.of("-cp", sidecarClassPath));
    LocalImages images =
        LocalImages.none()
            .with("apiauth/sidecar", LocalImage.java(jvm, "dev.apiauth.sidecar.SidecarCommand"));
    for (Example example : Example.values())
      images = images.withProduct(vaults.of(example).image());
    return images;
  }
}
