package dev.apiauth.testkit.playground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsAreUsualOrNextToIt {

  private final Ports ports = new Ports();

  @Test
  void aPortThatSomebodyHasIsPassedOver() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ports.near(taken.getLocalPort())).isGreaterThan(taken.getLocalPort());
    }
  }

  /** Nobody listens on the first one yet when the second is asked for. */
  @Test
  void noneIsHandedOutTwice() {
    int first = ports.near(Ports.KEYCLOAK);

    assertThat(ports.near(Ports.KEYCLOAK)).isGreaterThan(first);
  }
}
