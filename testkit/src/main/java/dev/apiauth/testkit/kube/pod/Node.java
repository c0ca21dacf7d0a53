package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.process.ProcessWarden;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.InstantSource;

/**
 * What all pods of one node share.
 *
 * @param warden ends processes with this JVM
 * @param folder where the pods' folders are
 */
record Node(
    KubernetesClient client,
    PodRunnerOptions options,
    PodNetwork network,
    ObjectCache objects,
    ProcessWarden warden,
    Path folder,
    InstantSource clock) {

  Path folderOf(String namespace, String pod, String uid) {
    return folder.resolve("pods").resolve(namespace + "_" + pod + "_" + uid);
  }

  Path claimsOf(String namespace) {
    return folder.resolve("claims").resolve(namespace);
  }
}
