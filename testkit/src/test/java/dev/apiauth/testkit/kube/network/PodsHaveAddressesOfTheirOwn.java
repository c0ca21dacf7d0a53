package dev.apiauth.testkit.kube.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.apiauth.testkit.kube.network.Attachment.Attached;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PodsHaveAddressesOfTheirOwn {

  private static final int PORT = 8080;
  private static final int OTHER_PORT = 8081;
  private static final int PATIENCE_MILLIS = 300;

  private final PodNetwork network = PodNetworks.ofMachine();
  private final List<Process> processes = new ArrayList<>();

  @BeforeEach
  void onlyWherePodsAreSeparated() {
    assumeThat(network.separatesPods()).as(network.description()).isTrue();
  }

  @AfterEach
  void stop() {
    processes.forEach(Process::destroyForcibly);
    network.close();
  }

  @Test
  void twoPodsAnswerOnTheSamePort() throws Exception {
    var first = pod("first");
    var second = pod("second");

    assertThat(first.address()).isNotEqualTo(second.address());
    assertThat(ask(first.address(), PORT)).isEqualTo("first");
    assertThat(ask(second.address(), PORT)).isEqualTo("second");
  }

  @Test
  void aFilteredPortIsSilentOutsideAndAnswersInside() throws Exception {
    var pod = pod("filtered");

    pod.filter(PORT);
    assertThatThrownBy(() -> ask(pod.address(), PORT)).isInstanceOf(SocketTimeoutException.class);
    assertThat(ask(pod.address(), OTHER_PORT)).isEqualTo("filtered");
    assertThat(askedInside(pod)).isEqualTo("filtered");
    assertThat(askFromNode(pod.address(), PORT)).isEqualTo("filtered");

    pod.unfilter(PORT);
    assertThat(ask(pod.address(), PORT)).isEqualTo("filtered");
  }

  @Test
  void aPodThatIsCutOffIsSilentAndLives() throws Exception {
    var pod = pod("alone");

    pod.cutOff();
    assertThatThrownBy(() -> ask(pod.address(), PORT)).isInstanceOf(SocketTimeoutException.class);
    assertThat(askedInside(pod)).isEqualTo("alone");
    assertThat(askFromNode(pod.address(), PORT)).isEqualTo("alone");
    assertThat(processes.getFirst().isAlive()).isTrue();

    pod.reconnect();
    assertThat(ask(pod.address(), PORT)).isEqualTo("alone");
  }

  @Test
  void nothingIsThereAfterwards() throws Exception {
    var pod = pod("gone");
    var bridge = Ip.run("-4", "-o", "addr", "show", "to", network.hostAddress());
    assertThat(bridge).contains("apiauth");

    network.close();

    assertThat(Ip.run("-4", "-o", "addr", "show", "to", network.hostAddress())).isEmpty();
    assertThat(Ip.run("-4", "route", "show", "to", "match", pod.address()))
        .doesNotContain("unreachable");
    assertThat(processes.getFirst().waitFor(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void whatIsSentToAPodThatIsNotThereStaysHere() {
    var attached = (Attached) network.attach("never", Set.of());
    var address = attached.link().address();
    attached.link().close();

    assertThat(Ip.run("-4", "route", "get", address)).contains("dev apiauth");
    assertThat(Ip.run("-4", "route", "show")).contains("unreachable");
  }

  @Test
  void whatAKilledProcessLeftIsRemoved() throws IOException {
    var claim = SubnetClaim.take();
    new PodBridge(claim).up();
    Files.writeString(claim.file(), "1 1970-01-01T00:00:00Z");

    try (var next = PodNetworks.ofMachine()) {
      assertThat(next.separatesPods()).isTrue();
      assertThat(Ip.run("-4", "-o", "addr", "show", "to", claim.subnet().host()))
          .satisfiesAnyOf(
              shown -> assertThat(shown).isEmpty(),
              _ -> assertThat(next.hostAddress()).isEqualTo(claim.subnet().host()));
    }
  }

  private PodLink pod(String name) throws Exception {
    var link = ((Attached) network.attach(name, Set.of(PORT))).link();
    processes.add(start(link, PortServer.class, name, "" + PORT, "" + OTHER_PORT));
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        ask(link.address(), OTHER_PORT);
        return link;
      } catch (ConnectException notYet) {
        assertThat(System.nanoTime()).isLessThan(deadline);
        Thread.sleep(Duration.ofMillis(20));
      }
    }
  }

  private static Process start(PodLink link, Class<?> main, String... arguments)
      throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(link.inside(command))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static String askedInside(PodLink link) throws IOException {
    var asking = start(link, AskPort.class, "127.0.0.1", "" + PORT);
    return new String(asking.getInputStream().readAllBytes(), UTF_8);
  }

  private static String ask(String address, int port) throws IOException {
    try (var socket = new Socket()) {
      return AskPort.ask(socket, address, port, PATIENCE_MILLIS);
    }
  }

  private String askFromNode(String address, int port) throws IOException {
    try (var socket = new Socket()) {
      socket.bind(new InetSocketAddress(network.nodeAddress(), 0));
      return AskPort.ask(socket, address, port, PATIENCE_MILLIS);
    }
  }
}
