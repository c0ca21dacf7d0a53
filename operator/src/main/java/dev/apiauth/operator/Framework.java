package dev.apiauth.operator;

import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.gather.UncheckedApiToken;
import io.fabric8.kubernetes.api.model.HasMetadata;
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
  private static final String TOKENS = "apiauth-operator-tokens";

  /** Enough for a status patch and the questions to pods that are under way. */
  private static final Duration LEAVE = Duration.ofSeconds(10);

  private static final Duration AT_THE_LATEST = Duration.ofMinutes(1);
  private static final Duration TOKENS_AT_THE_LATEST = Duration.ofMinutes(15);

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

  /** For policies. */
  static void configure(
      ControllerConfigurationOverrider<UncheckedApiAuth> controller, Set<String> namespaces) {
    common(controller, namespaces)
        .withFieldManager(NAME)
        .withReconciliationMaxInterval(AT_THE_LATEST);
  }

  /** For API tokens, which say themselves when time changes something. */
  static void configureTokens(
      ControllerConfigurationOverrider<UncheckedApiToken> controller, Set<String> namespaces) {
    common(controller, namespaces)
        .withFieldManager(TOKENS)
        .withReconciliationMaxInterval(TOKENS_AT_THE_LATEST);
  }

  private static <R extends HasMetadata> ControllerConfigurationOverrider<R> common(
      ControllerConfigurationOverrider<R> controller, Set<String> namespaces) {
    return controller
        .settingNamespaces(namespaces)
        .withRetry(
            new GenericRetry()
                .withoutMaxAttempts()
                .setInitialInterval(500)
                .setIntervalMultiplier(2)
                .setMaxInterval(30_000));
  }
}
