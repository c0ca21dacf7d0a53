package dev.apiauth.operator.inject;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;

/**
 * Pods as the StatefulSet controller creates them (its stateful_set_utils.go, newStatefulSetPod).
 */
final class StatefulSetPods {

  private StatefulSetPods() {}

  static Pod first(StatefulSet statefulSet) {
    String name = statefulSet.getMetadata().getName() + "-0";
    PodTemplateSpec template = statefulSet.getSpec().getTemplate();
    return new PodBuilder()
        .withMetadata(template.getMetadata())
        .withSpec(template.getSpec())
        .editMetadata()
        .withName(name)
        .addToLabels("statefulset.kubernetes.io/pod-name", name)
        .addToLabels("apps.kubernetes.io/pod-index", "0")
        .addToLabels("controller-revision-hash", "prod-jira-6d5f8c9b7")
        .addNewOwnerReference()
        .withApiVersion("apps/v1")
        .withKind("StatefulSet")
        .withName(statefulSet.getMetadata().getName())
        .withUid("a1")
        .withController(true)
        .withBlockOwnerDeletion(true)
        .endOwnerReference()
        .endMetadata()
        .editSpec()
        .withHostname(name)
        .withSubdomain(statefulSet.getSpec().getServiceName())
        .addAllToVolumes(claimed(statefulSet, name))
        .endSpec()
        .build();
  }

  private static List<Volume> claimed(StatefulSet statefulSet, String pod) {
    return statefulSet.getSpec().getVolumeClaimTemplates().stream()
        .map(claim -> claim.getMetadata().getName())
        .map(
            claim ->
                new VolumeBuilder()
                    .withName(claim)
                    .withNewPersistentVolumeClaim()
                    .withClaimName(claim + "-" + pod)
                    .endPersistentVolumeClaim()
                    .build())
        .toList();
  }
}
