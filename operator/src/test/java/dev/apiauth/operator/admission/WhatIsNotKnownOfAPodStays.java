package dev.apiauth.operator.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.operator.admission.AdmissionVerdict.Injected;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Pods of a Kubernetes that is newer than this release. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIsNotKnownOfAPodStays {

  private static final String NEWER =
      """
      {"kind": "Pod", "apiVersion": "v1",
       "metadata": {"name": "jira-0", "creationTimestamp": null, "uid": "7", "wings": ["left"],
         "labels": {}, "annotations": null},
       "spec": {
         "teleport": {"to": ["moon"], "at": 1.50},
         "volumes": [{"name": "v", "hologram": {"size": "1Gi"}}, {"name": "e", "emptyDir": {}}],
         "initContainers": [{"name": "init", "image": "i", "glow": true, "resources": {}}],
         "containers": [
           {"name": "jira", "image": "jira", "glow": {"level": 3}, "env": [],
            "ports": [{"name": "http", "containerPort": 8080, "lane": "fast"}],
            "resources": {"requests": {"cpu": "0.5", "memory": "1024Mi"}}}]},
       "status": {}}
      """;

  private final Webhook webhook = new Webhook((namespace, pod) -> new Injected(injected(pod)));

  @AfterAll
  void stop() {
    webhook.close();
  }

  private static Pod injected(Pod pod) {
    return new PodBuilder(Reviews.withSidecar(pod))
        .editSpec()
        .addNewVolume()
        .withName("apiauth-policy")
        .endVolume()
        .editContainer(0)
        .editPort(0)
        .withName("http-app")
        .endPort()
        .endContainer()
        .endSpec()
        .build();
  }

  @Test
  void nothingButOurPartsIsChanged() {
    var answer = webhook.post(Reviews.creating(NEWER)).body();

    assertThat(Reviews.patched(NEWER, answer)).isEqualTo(expected());
  }

  private static JsonNode expected() {
    var pod = (ObjectNode) Reviews.tree(NEWER);
    ((ObjectNode) pod.at("/metadata/labels")).put("apiauth.dev/policy", "jira");
    ((ObjectNode) pod.at("/spec/containers/0/ports/0")).put("name", "http-app");
    pod.withArray("/spec/volumes").addObject().put("name", "apiauth-policy");
    pod.withArray("/spec/initContainers")
        .addObject()
        .put("name", "apiauth-sidecar")
        .put("restartPolicy", "Always");
    return pod;
  }
}
