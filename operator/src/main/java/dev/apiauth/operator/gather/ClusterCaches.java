package dev.apiauth.operator.gather;

import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import dev.apiauth.policy.resolve.SecretLookup;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.IndexerResourceCache;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects of the watched namespaces, as the informers hold them: one informer for each kind,
 * whoever asks. Nothing here asks the API server, and nothing here is newer than the last event.
 *
 * @param resources the resources
 * @param secrets the Secrets, without Helm's releases and service-account tokens
 * @param pods the pods
 * @param workloads the StatefulSets
 * @param networkPolicies the NetworkPolicies that the operator made
 * @param tokens the API tokens
 */
public record ClusterCaches(
    IndexerResourceCache<UncheckedApiAuth> resources,
    InformerEventSource<Secret, UncheckedApiAuth> secrets,
    InformerEventSource<Pod, UncheckedApiAuth> pods,
    InformerEventSource<StatefulSet, UncheckedApiAuth> workloads,
    InformerEventSource<NetworkPolicy, UncheckedApiAuth> networkPolicies,
    InformerEventSource<UncheckedApiToken, UncheckedApiAuth> tokens) {

  private static final String BY_TARGET = "target";
  private static final String BY_LABEL = "policy-label";
  private static final String BY_POLICY = "policy";

  /** Adds the indexes; informers must not have been started yet. */
  public ClusterCaches {
    resources.addIndexer(
        BY_TARGET, resource -> Target.of(resource).map(ClusterCaches::key).stream().toList());
    pods.addIndexers(
        Map.of(
            BY_TARGET,
            pod -> Target.controllerOf(pod).map(ClusterCaches::key).stream().toList(),
            BY_LABEL,
            pod -> policyLabel(pod).stream().toList()));
    tokens.addIndexers(Map.of(BY_POLICY, token -> policyKey(token).stream().toList()));
  }

  /** A resource by its name. */
  public Optional<UncheckedApiAuth> resource(String namespace, String name) {
    return resources.get(new ResourceID(name, namespace));
  }

  /** All resources that name a workload, in any order. */
  public List<UncheckedApiAuth> protecting(Target target) {
    return resources.byIndex(BY_TARGET, key(target));
  }

  /** All resources of a namespace, for the webhook. */
  public List<Applicant> applicants(String namespace) {
    return resources.list(namespace).map(this::applicant).toList();
  }

  private Applicant applicant(UncheckedApiAuth resource) {
    ObjectMeta metadata = resource.getMetadata();
    return new Applicant(
        resource,
        secret(metadata.getNamespace(), Names.renderedSecret(metadata.getName()))
            .filter(Rendered::isOurs));
  }

  /** A Secret by its name, as this process last wrote it if that is newer. */
  public Optional<Secret> secret(String namespace, String name) {
    return secrets.get(new ResourceID(name, namespace));
  }

  /** The Secrets of a namespace, but for those that the operator rendered. */
  public SecretLookup secretsIn(String namespace) {
    return new NamespaceSecrets(namespace, this);
  }

  /** The pods that a workload controls and those that carry a resource's label, each once. */
  public Stream<Pod> pods(Optional<Target> target, String namespace, String policyLabel) {
    var found = new ArrayList<Pod>(pods.byIndex(BY_LABEL, namespace + "/" + policyLabel));
    target.ifPresent(workload -> found.addAll(pods.byIndex(BY_TARGET, key(workload))));
    return found.stream().distinct();
  }

  /** Whether a pod carries a resource's label. */
  public boolean isInUse(String namespace, String policyLabel) {
    return !pods.byIndex(BY_LABEL, namespace + "/" + policyLabel).isEmpty();
  }

  /** The API tokens that name a resource, in any order. */
  public List<UncheckedApiToken> tokensOf(String namespace, String resource) {
    return tokens.byIndex(BY_POLICY, namespace + "/" + resource);
  }

  private static Optional<String> policyKey(UncheckedApiToken token) {
    return UncheckedApiToken.policyOf(token)
        .map(policy -> token.getMetadata().getNamespace() + "/" + policy);
  }

  private static Optional<String> policyLabel(Pod pod) {
    Map<String, String> labels =
        Objects.requireNonNullElse(pod.getMetadata().getLabels(), Map.of());
    return Optional.ofNullable(labels.get(Labels.POLICY))
        .map(label -> pod.getMetadata().getNamespace() + "/" + label);
  }

  private static String key(Target target) {
    return String.join("/", target.namespace(), target.kind(), target.name());
  }
}
