package dev.apiauth.operator.inject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeSidecarsWaitForEveryKubelet {

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AUTO   | v1.33.0 v1.34.4             | NATIVE
          AUTO   | v1.33.4-eks-1a2b3c          | NATIVE
          AUTO   | v1.34.1+k3s1                | NATIVE
          AUTO   | v2.0.0                      | NATIVE
          AUTO   | v1.34.4 v1.32.9 v1.34.4     | ORDINARY
          AUTO   | v1.9.0                      | ORDINARY
          AUTO   | unknown                     | ORDINARY
          AUTO   | ''                          | ORDINARY
          ALWAYS | v1.29.0                     | NATIVE
          NEVER  | v1.34.4                     | ORDINARY
          """)
  void unlessTheInstallationDecides(NativeSidecars wanted, String kubelets, SidecarKind kind) {
    List<String> versions = kubelets.isEmpty() ? List.of() : List.of(kubelets.split(" "));

    assertThat(wanted.kind(versions)).isEqualTo(kind);
  }
}
