package dev.apiauth.sidecar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.sidecar.reload.FileReading;
import dev.apiauth.sidecar.reload.FileSet;
import dev.apiauth.sidecar.reload.Policies;
import dev.apiauth.sidecar.reload.PolicyReloader;
import dev.apiauth.sidecar.reload.PolicySupply;
import dev.apiauth.sidecar.reload.ReloadTimes;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TheAcknowledgementIsWhatIsInForce {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final PolicyHash HASH = PolicyHash.of(new byte[] {7});
  private static final ProviderReport ENTRA =
      new ProviderReport("entra", ProviderState.Ready, 4, NOON.toString(), null);

  @Test
  void aPolicyWithItsProviders() {
    var told = toldAbout(new PolicyReading.Complete(Policies.number(12), HASH));

    assertThat(told)
        .isEqualTo(
            new Acknowledgement(
                HASH.value(),
                "atlassian",
                "jira",
                12,
                Mode.Enforce,
                NOON.toString(),
                List.of(ENTRA),
                null));
  }

  @Test
  void noPolicyAndWhy() {
    var told = toldAbout(new PolicyReading.Unreadable("the manifest has version 9"));

    assertThat(told.policyHash()).isEmpty();
    assertThat(told.mode()).isNull();
    assertThat(told.providers()).isEmpty();
    assertThat(told.lastRejection())
        .isEqualTo(new Acknowledgement.Rejection(NOON.toString(), "the manifest has version 9"));
  }

  private static Acknowledgement toldAbout(PolicyReading reading) {
    try (var reloader =
        new PolicyReloader<>(
            new Fixed(reading),
            (set, hash) -> Policies.numberOf(set),
            () -> NOON,
            ReloadTimes.DEFAULT,
            List.of())) {
      reloader.start();
      return new Acknowledgements(reloader, () -> List.of(ENTRA)).get();
    }
  }

  /** A supply that always reads the same. */
  private record Fixed(PolicyReading reading) implements PolicySupply {

    @Override
    public List<Path> watched() {
      return List.of();
    }

    @Override
    public FileReading files() {
      return new FileReading.Read(FileSet.of(Map.of()));
    }

    @Override
    public PolicyReading policy(FileSet files) {
      return reading;
    }
  }
}
