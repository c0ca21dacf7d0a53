package dev.apiauth.operator.certs;

import dev.apiauth.testkit.kube.control.ControlPlane;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a chart installs for a webhook, on a real API server: its registration and its role. */
final class Installation {

  final ControlPlane controlPlane = ControlPlane.shared();
  final String namespace = controlPlane.newNamespace("certs");

  /** The operator's own client: it may do nothing but what its role says. */
  final KubernetesClient operator = controlPlane.asServiceAccount(namespace, "operator");

  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: $NS}
      rules:
        - apiGroups: [admissionregistration.k8s.io]
          resources: [mutatingwebhookconfigurations]
          resourceNames: [$NS]
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: $NS}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: $NS}
      subjects: [{kind: ServiceAccount, name: operator, namespace: $NS}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: operator, namespace: $NS}
      rules:
        - {apiGroups: [""], resources: [secrets], verbs: [create]}
        - apiGroups: [""]
          resources: [secrets]
          resourceNames: [apiauth-ca]
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: operator, namespace: $NS}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: operator}
      subjects: [{kind: ServiceAccount, name: operator, namespace: $NS}]
      """;

  private static final String REGISTRATION =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingWebhookConfiguration
      metadata: {name: $NS, labels: {release: "$RELEASE"}}
      webhooks:
        - name: pods.apiauth.dev
          clientConfig: {url: "$URL"}
          rules:
            - {operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: $NS}}
          sideEffects: None
          admissionReviewVersions: [v1]
          failurePolicy: Fail
          timeoutSeconds: 5
        - name: templates.apiauth.dev
          clientConfig: {url: "$URL"}
          rules:
            - {operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [podtemplates]}
          namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: $NS}}
          sideEffects: None
          admissionReviewVersions: [v1]
      """;

  Installation() {
    controlPlane.kubectl().runWith(ROLE.replace("$NS", namespace), "apply", "-f", "-");
  }

  Replica replica(MutableClock clock) {
    return new Replica(operator, namespace, configuration(), clock);
  }

  String configuration() {
    return namespace;
  }

  /** Applies the registration, as an upgrade of the chart would. */
  void register(Replica replica, String release, String... options) {
    var manifest =
        REGISTRATION
            .replace("$NS", namespace)
            .replace("$URL", replica.url())
            .replace("$RELEASE", release);
    var arguments = new ArrayList<>(List.of("apply", "-f", "-"));
    arguments.addAll(List.of(options));
    controlPlane.kubectl().runWith(manifest, arguments.toArray(String[]::new));
  }

  MutatingWebhookConfiguration registration() {
    return controlPlane
        .client()
        .admissionRegistration()
        .v1()
        .mutatingWebhookConfigurations()
        .withName(configuration())
        .get();
  }

  void deleteAuthority() {
    controlPlane.client().secrets().inNamespace(namespace).withName(AuthorityStore.SECRET).delete();
  }

  /** Creates a pod, by the API server and so through the webhook. */
  Pod createPod() {
    var pod =
        new PodBuilder()
            .withNewMetadata()
            .withGenerateName("pod-")
            .withNamespace(namespace)
            .endMetadata()
            .withNewSpec()
            .addNewContainer()
            .withName("main")
            .withImage("none")
            .endContainer()
            .endSpec()
            .build();
    return controlPlane.client().resource(pod).create();
  }

  /** The API server learns of a changed registration by a watch, within moments. */
  static void settle() throws InterruptedException {
    Thread.sleep(Duration.ofMillis(1_500));
  }
}
