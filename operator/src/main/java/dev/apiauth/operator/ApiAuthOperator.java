package dev.apiauth.operator;

import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.reconcile.ChannelCertificates;
import dev.apiauth.operator.reconcile.PolicyReconciler;
import dev.apiauth.operator.reconcile.Reconciliation;
import dev.apiauth.operator.render.ClosedProductPort;
import dev.apiauth.operator.render.Neighbourhood;
import dev.apiauth.operator.resolve.Judge;
import dev.apiauth.operator.resolve.SpecReader;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import java.time.Duration;

/** The composition root. */
public final class ApiAuthOperator implements AutoCloseable {

  private static final String LEASE = "apiauth-operator";

  private final OperatorOptions options;
  private final KubernetesClient client;
  private final Operator framework;
  private final PolicyReconciler reconciler;

  private ApiAuthOperator(OperatorOptions options, KubernetesClient client) {
    this.options = options;
    this.client = client;
    this.framework = new Operator(this::configure);
    this.reconciler = new PolicyReconciler(this::reconciliation);
  }

  public static ApiAuthOperator start(
      OperatorOptions options, KubernetesClient client, java.util.function.Consumer<String> end) {
    var operator = new ApiAuthOperator(options, client);
    operator.framework.register(operator.reconciler, operator::configure);
    operator.framework.start();
    return operator;
  }

  private void configure(ConfigurationServiceOverrider framework) {
    framework
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .checkingCRDAndValidateLocalModel(false)
        .withReconciliationTerminationTimeout(Duration.ofSeconds(5))
        .withLeaderElectionConfiguration(leaderElection());
  }

  private LeaderElectionConfiguration leaderElection() {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(LEASE)
        .withLeaseNamespace(options.namespace())
        .withIdentity(options.identity())
        .withExitOnStopLeading(false)
        .build();
  }

  private void configure(ControllerConfigurationOverrider<UncheckedApiAuth> controller) {
    controller
        .settingNamespaces(options.watchNamespaces())
        .withFieldManager("apiauth-operator")
        .withRetry(
            new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(500)
                .setIntervalMultiplier(2)
                .setMaxInterval(30_000))
        .withReconciliationMaxInterval(Duration.ofMinutes(1));
  }

  private Reconciliation reconciliation(ClusterCaches caches) {
    ChannelCertificates none =
        (namespace, resource, existing) ->
            existing.orElseGet(() -> new dev.apiauth.operator.render.ChannelPems("a", "b", "c"));
    return Reconciliation.of(
        caches,
        client,
        new Judge(
            new SpecReader(ResourceCheck.byCommittedCrd()),
            new PolicyResolver(
                PresetCatalog.shipped(),
                new EgressRules(EgressAllowance.of(options.egressAllow())))),
        none,
        new ClosedProductPort(
            new Neighbourhood(options.namespace(), options.monitoringNamespaces())));
  }

  @Override
  public void close() {
    framework.stop();
  }
}
