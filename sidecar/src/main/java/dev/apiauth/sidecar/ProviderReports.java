package dev.apiauth.sidecar;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import java.time.Instant;
import java.util.List;

/** How the providers are, in the words of the acknowledgement. */
final class ProviderReports {

  private ProviderReports() {}

  static List<ProviderReport> of(List<ProviderState> states) {
    return states.stream().map(ProviderReports::report).toList();
  }

  private static ProviderReport report(ProviderState state) {
    return new ProviderReport(
        state.name(),
        switch (state.condition()) {
          case READY -> Acknowledgement.ProviderState.Ready;
          case STALE -> Acknowledgement.ProviderState.Stale;
          case SILENT -> Acknowledgement.ProviderState.Silent;
        },
        state.keys(),
        state.lastSuccess().map(Instant::toString).orElse(null),
        state.lastError().orElse(null));
  }
}
