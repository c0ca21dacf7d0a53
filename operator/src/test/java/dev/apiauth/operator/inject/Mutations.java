package dev.apiauth.operator.inject;

import dev.apiauth.operator.names.Labels;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.List;
import java.util.function.UnaryOperator;

/** What other people's webhooks do to pods. The constants do damage to what ours did. */
enum Mutations implements UnaryOperator<Pod> {
  /** Takes the sidecar out. */
  STRIPS_THE_SIDECAR("(container apiauth-sidecar") {
    @Override
    public Pod apply(Pod pod) {
      return withInit(pod, initOf(pod).stream().filter(each -> !isOurs(each)).toList());
    }
  },
  /** Runs something else in its place, as a mirror of registries might. */
  CHANGES_ITS_IMAGE("(container apiauth-sidecar") {
    @Override
    public Pod apply(Pod pod) {
      return withSidecar(pod, each -> new ContainerBuilder(each).withImage("evil:1").build());
    }
  },
  /** Starts something else in its image. */
  CHANGES_ITS_COMMAND("(container apiauth-sidecar") {
    @Override
    public Pod apply(Pod pod) {
      return withSidecar(pod, each -> new ContainerBuilder(each).withCommand("sleep").build());
    }
  },
  /** Makes it end before the product starts. */
  MAKES_IT_END("(container apiauth-sidecar") {
    @Override
    public Pod apply(Pod pod) {
      return withSidecar(
          pod,
          each ->
              new ContainerBuilder(each)
                  .withRestartPolicy(null)
                  .withStartupProbe(null)
                  .withReadinessProbe(null)
                  .build());
    }
  },
  /** Takes the label off, by which the product's own port is closed. */
  TAKES_THE_LABEL("lacks the label") {
    @Override
    public Pod apply(Pod pod) {
      return new PodBuilder(pod)
          .editMetadata()
          .removeFromLabels(Labels.POLICY)
          .endMetadata()
          .build();
    }
  };

  /** What {@link #marked} leaves. */
  static final String MARK = "others-mark";

  private final String complaint;

  Mutations(String complaint) {
    this.complaint = complaint;
  }

  /** What the API server says of it, whichever of the policies speaks. */
  String complaint() {
    return complaint;
  }

  /** Adds a label, a variable of the product and a container of that name, once. */
  static UnaryOperator<Pod> adding(String name) {
    return pod ->
        pod.getMetadata().getLabels().containsKey(name)
            ? pod
            : new PodBuilder(pod)
                .editMetadata()
                .addToLabels(name, "yes")
                .endMetadata()
                .editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName(name)
                .withValue("yes")
                .endEnv()
                .endContainer()
                .addNewContainer()
                .withName(name)
                .withImage("other:1")
                .addNewPort()
                .withContainerPort(9464)
                .endPort()
                .endContainer()
                .endSpec()
                .build();
  }

  /** Leaves an annotation, by which one sees that it was asked. */
  static Pod marked(Pod pod) {
    return new PodBuilder(pod).editMetadata().addToAnnotations(MARK, "yes").endMetadata().build();
  }

  private static Pod withSidecar(Pod pod, UnaryOperator<Container> change) {
    return withInit(
        pod, initOf(pod).stream().map(each -> isOurs(each) ? change.apply(each) : each).toList());
  }

  private static List<Container> initOf(Pod pod) {
    return PodContents.of(pod).initContainers();
  }

  private static Pod withInit(Pod pod, List<Container> containers) {
    return new PodBuilder(pod).editSpec().withInitContainers(containers).endSpec().build();
  }

  private static boolean isOurs(Container container) {
    return ReservedNames.isOurContainer(container.getName());
  }
}
