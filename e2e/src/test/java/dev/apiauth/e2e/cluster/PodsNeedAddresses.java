package dev.apiauth.e2e.cluster;

import dev.apiauth.testkit.kube.network.PodNetwork;
import dev.apiauth.testkit.kube.network.PodNetworks;
import java.util.Set;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the tests that run pods where pods cannot have addresses of their own, and says why. Found
 * by JUnit as a service.
 */
public final class PodsNeedAddresses implements ExecutionCondition {

  /** Whose tests need no pods. */
  private static final Set<String> PACKAGES =
      Set.of("dev.apiauth.e2e.channel", "dev.apiauth.e2e.images");

  private static final class Machine {
    private static final ConditionEvaluationResult VERDICT = tried();

    private static ConditionEvaluationResult tried() {
      try (PodNetwork network = PodNetworks.ofMachine()) {
        return network.separatesPods()
            ? ConditionEvaluationResult.enabled(network.description())
            : ConditionEvaluationResult.disabled("takes root on Linux: " + network.description());
      }
    }
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getTestClass().map(Class::getPackageName).filter(PACKAGES::contains).isPresent()
        ? ConditionEvaluationResult.enabled("it needs no pods")
        : Machine.VERDICT;
  }
}
