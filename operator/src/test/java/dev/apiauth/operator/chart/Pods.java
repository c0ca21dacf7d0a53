package dev.apiauth.operator.chart;

import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.PodParts;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;

/** Pods as controllers and people make them. */
final class Pods {

  /** What the chart's default values call it. */
  static final String SIDECAR_IMAGE = "apiauth/sidecar:" + Chart.appVersion();

  private Pods() {}

  /** Nobody's pod. */
  static Pod bare(String name) {
    return new PodBuilder()
        .withNewMetadata()
        .withName(name)
        .addToLabels("app.kubernetes.io/name", "jira")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("jira")
        .withImage("atlassian/jira-software:10.3.1")
        .addNewPort()
        .withName(PodParts.HTTP)
        .withContainerPort(8080)
        .endPort()
        .endContainer()
        .endSpec()
        .build();
  }

  /** The pod that a controller makes for its workload. */
  static Pod of(HasMetadata workload) {
    return of(workload, workload.getMetadata().getName() + "-0");
  }

  static Pod of(HasMetadata workload, String name) {
    var controller =
        new OwnerReferenceBuilder()
            .withApiVersion(workload.getApiVersion())
            .withKind(workload.getKind())
            .withName(workload.getMetadata().getName())
            .withUid(workload.getMetadata().getUid())
            .withController(true)
            .withBlockOwnerDeletion(true)
            .build();
    return bare(name).edit().editMetadata().addToOwnerReferences(controller).endMetadata().build();
  }

  /** What injection makes of it, as far as the policies look. */
  static Pod injected(Pod pod) {
    Pod mounted =
        pod.edit()
            .editSpec()
            .addNewVolume()
            .withName(PodParts.POLICY_VOLUME)
            .withNewSecret()
            .withSecretName("apiauth-jira")
            .endSecret()
            .endVolume()
            .endSpec()
            .build();
    return labelled(withNative(mounted, sidecar(SIDECAR_IMAGE)));
  }

  static Pod labelled(Pod pod) {
    return pod.edit().editMetadata().addToLabels(Labels.POLICY, "jira").endMetadata().build();
  }

  static Pod withNative(Pod pod, Container container) {
    var staying = container.edit().withRestartPolicy("Always").build();
    return pod.edit().editSpec().addToInitContainers(staying).endSpec().build();
  }

  static Pod withContainer(Pod pod, Container container) {
    return pod.edit().editSpec().addToContainers(container).endSpec().build();
  }

  static Pod withInitContainer(Pod pod, Container container) {
    return pod.edit().editSpec().addToInitContainers(container).endSpec().build();
  }

  static Container sidecar(String image) {
    return new ContainerBuilder().withName(PodParts.SIDECAR).withImage(image).build();
  }
}
