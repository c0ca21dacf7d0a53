package dev.apiauth.testkit.kube.control;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AControlPlaneDoesWhatAClusterDoes {

  private final ControlPlane controlPlane = ControlPlane.shared();
  private final KubernetesClient client = controlPlane.client();
  private String namespace = "";

  @BeforeEach
  void inANamespaceOfItsOwn() {
    namespace = controlPlane.newNamespace("real");
  }

  @Test
  void itIsTheVersionThatWasAskedFor() {
    assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.34.4");
  }

  @Test
  void aFieldThatIsNotInTheSchemaIsRefused() {
    var result =
        controlPlane
            .kubectl()
            .attemptWith(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: odd, namespace: %s}
                dataa: {a: b}
                """
                    .formatted(namespace),
                "apply",
                "--validate=strict",
                "-f",
                "-");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.stderr()).contains("unknown field \"dataa\"");
  }

  @Test
  void theControllerManagerMakesThePodsOfADeployment() {
    client.resource(deploymentOfTwo()).create();
    client
        .pods()
        .inNamespace(namespace)
        .withLabel("app", "two")
        .informOnCondition(pods -> pods.size() == 2)
        .orTimeout(20, SECONDS)
        .join();
  }

  @Test
  void thePodsOfANamespaceGoWithIt() {
    client.resource(pod()).create();
    client.namespaces().withName(namespace).delete();
    client.namespaces().withName(namespace).waitUntilCondition(Objects::isNull, 20, SECONDS);
    assertThat(client.pods().inNamespace(namespace).list().getItems()).isEmpty();
  }

  @Test
  void admissionMountsATokenAndItsAuthorityIsThere() {
    var made = client.resource(pod()).create();
    assertThat(made.getSpec().getContainers().getFirst().getVolumeMounts())
        .singleElement()
        .satisfies(
            mount ->
                assertThat(mount.getMountPath())
                    .isEqualTo("/var/run/secrets/kubernetes.io/serviceaccount"));
    var authority =
        client
            .configMaps()
            .inNamespace(namespace)
            .withName("kube-root-ca.crt")
            .waitUntilCondition(Objects::nonNull, 10, SECONDS);
    assertThat(authority.getData().get("ca.crt")).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void podSecurityIsEnforcedWhereTheNamespaceSaysSo() {
    client
        .namespaces()
        .withName(namespace)
        .edit(
            found ->
                found
                    .edit()
                    .editMetadata()
                    .addToLabels("pod-security.kubernetes.io/enforce", "restricted")
                    .endMetadata()
                    .build());
    assertThatThrownBy(() -> client.resource(pod()).create())
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("violates PodSecurity \"restricted");
  }

  @Test
  void fieldsBelongToWhoAppliedThem() {
    apply("first", Map.of("mine", "1"));
    apply("second", Map.of("yours", "2"));
    apply("first", Map.of());
    var left = client.configMaps().inNamespace(namespace).withName("shared").get();
    assertThat(left.getData()).containsExactly(Map.entry("yours", "2"));
  }

  @Test
  void whoIsImpersonatedHasItsOwnRightsAlone() {
    var account = controlPlane.asServiceAccount(namespace, "default");
    assertThatThrownBy(() -> account.pods().inNamespace(namespace).list())
        .hasMessageContaining("system:serviceaccount:" + namespace + ":default")
        .hasMessageContaining("cannot list resource \"pods\"");

    controlPlane
        .kubectl()
        .run(
            "create",
            "rolebinding",
            "readers",
            "-n",
            namespace,
            "--clusterrole=view",
            "--group=system:serviceaccounts:" + namespace);
    assertThat(account.pods().inNamespace(namespace).list().getItems()).isEmpty();
    assertThatThrownBy(() -> account.secrets().inNamespace(namespace).list())
        .hasMessageContaining("cannot list resource \"secrets\"");
  }

  @Test
  void aGroupGivesItsRights() {
    var person = controlPlane.clientAs("someone", List.of("system:masters"));
    assertThat(person.namespaces().list().getItems()).isNotEmpty();
  }

  private void apply(String manager, Map<String, String> data) {
    var wanted =
        new ConfigMapBuilder()
            .withNewMetadata()
            .withName("shared")
            .withNamespace(namespace)
            .endMetadata()
            .withData(data)
            .build();
    var context =
        new PatchContext.Builder()
            .withPatchType(PatchType.SERVER_SIDE_APPLY)
            .withFieldManager(manager)
            .withForce(true)
            .build();
    client.resource(wanted).patch(context);
  }

  private Deployment deploymentOfTwo() {
    var labels = Map.of("app", "two");
    return new DeploymentBuilder()
        .withNewMetadata()
        .withName("two")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withNewSelector()
        .withMatchLabels(labels)
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .withLabels(labels)
        .endMetadata()
        .withSpec(pod().getSpec())
        .endTemplate()
        .endSpec()
        .build();
  }

  private Pod pod() {
    return new PodBuilder()
        .withNewMetadata()
        .withName("one")
        .withNamespace(namespace)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("main")
        .withImage("nothing/at-all:1")
        .endContainer()
        .endSpec()
        .build();
  }
}
