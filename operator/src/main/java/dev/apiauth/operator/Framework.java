package dev.apiauth.operator;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfiguration;
import io.javaoperatorsdk.operator.api.config.LeaderElectionConfigurationBuilder;
import io.javaoperatorsdk.operator.monitoring.micrometer.MicrometerMetrics;
import io.javaoperatorsdk.operator.processing.retry.GenericRetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** How the framework is set up; why, docs/adr/0008-operator-framework.md says. */
final class Framework {

  private static final String NAME = "apiauth-operator";

  /** Enough for a status patch and the questions to pods that are under way. */
  private static final Duration LEAVE = Duration.ofSeconds(10);

  private static final Duration AT_THE_LATEST = Duration.ofMinutes(1);

  private Framework() {}

  static void configure(
      ConfigurationServiceOverrider settings,
      OperatorOptions options,
      KubernetesClient client,
      Leadership leadership,
      MeterRegistry metrics,
      Consumer<String> end) {
    settings
        .withKubernetesClient(client)
        .withCloseClientOnStop(false)
        .checkingCRDAndValidateLocalModel(false)
        .withReconciliationTerminationTimeout(LEAVE)
        .withInformerStoppedHandler((informer, cause) -> stopped(cause, end))
        .withMetrics(MicrometerMetrics.withoutPerResourceMetrics(metrics))
        .withLeaderElectionConfiguration(leaderElection(options, leadership));
  }

  /** An informer that is stopped in order has no cause. */
  private static void stopped(Throwable cause, Consumer<String> end) {
    if (cause != null) end.accept("an informer has stopped: " + cause);
  }

  private static LeaderElectionConfiguration leaderElection(
      OperatorOptions options, Leadership leadership) {
    return LeaderElectionConfigurationBuilder.aLeaderElectionConfiguration(NAME)
        .withLeaseNamespace(options.namespace())
        .withIdentity(options.identity())
        .withLeaderCallbacks(leadership.callbacks())
        .withExitOnStopLeading(false)
        .build();
  }

  static void configure(
      ControllerConfigurationOverrider<UncheckedApiAuth> controller, Set<String> namespaces) {
    controller
        .settingNamespaces(namespaces)
        .withFieldManager(NAME)
        .withRetry(
            new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(500)
                .setIntervalMultiplier(2)
                .setMaxInterval(30_000))
        .withReconciliationMaxInterval(AT_THE_LATEST);
  }
}
