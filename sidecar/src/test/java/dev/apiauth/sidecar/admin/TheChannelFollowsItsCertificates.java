package dev.apiauth.sidecar.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.testkit.tls.TestCertificateAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TheChannelFollowsItsCertificates {

  private final TestCertificateAuthority before = TestCertificateAuthority.named("before");
  private final TestCertificateAuthority after = TestCertificateAuthority.named("after");

  @TempDir Path directory = Path.of("");

  @Test
  void withoutCertificatesItIsOff() {
    try (var pod = new Pod(directory)) {
      assertThat(pod.isOn()).isFalse();
    }
  }

  @Test
  void withoutADirectoryItIsOff() {
    try (var pod = new Pod(directory.resolve("none"))) {
      assertThat(pod.isOn()).isFalse();
    }
  }

  @Test
  void itGoesOnWhenTheyCome() throws IOException {
    Path later = directory.resolve("later");
    try (var pod = new Pod(later)) {
      Pod.serverOf(before).writeTo(Files.createDirectory(later));

      Pod.await(pod::isOn);
      assertThat(pod.answers(Pod.operatorOf(before))).isTrue();
    }
  }

  @Test
  void aNewAuthorityTakesTheOldOnesPlaceOnTheSamePort() {
    Pod.serverOf(before).writeTo(directory);
    try (var pod = new Pod(directory)) {
      int port = pod.port();
      assertThat(pod.answers(Pod.operatorOf(before))).isTrue();

      Pod.serverOf(after).writeTo(directory);

      Pod.await(() -> pod.answers(Pod.operatorOf(after)));
      assertThat(pod.answers(Pod.operatorOf(before))).isFalse();
      assertThat(pod.port()).isEqualTo(port);
    }
  }

  @Test
  void whileAuthoritiesAreExchangedBothAreTrusted() throws IOException {
    Pod.serverOf(before).writeTo(directory);
    Files.writeString(
        directory.resolve("ca.crt"), before.certificatePem() + after.certificatePem());
    try (var pod = new Pod(directory)) {
      var newOperator = Pod.context(Pod.client(after, OperatorTrust.OPERATOR), before);

      assertThat(pod.answers(Pod.operatorOf(before))).isTrue();
      assertThat(pod.answers(newOperator)).isTrue();
    }
  }

  @Test
  void certificatesThatDoNotDoChangeNothing() throws Exception {
    Pod.serverOf(before).writeTo(directory);
    try (var pod = new Pod(directory)) {
      for (String file : new String[] {"tls.crt", "tls.key", "ca.crt"}) {
        String good = Files.readString(directory.resolve(file));
        Files.writeString(directory.resolve(file), "garbage");
        Thread.sleep(250);
        assertThat(pod.answers(Pod.operatorOf(before))).as(file).isTrue();
        Files.writeString(directory.resolve(file), good);
      }
    }
  }

  @Test
  void withThemItGoes() throws IOException {
    Pod.serverOf(before).writeTo(directory);
    try (var pod = new Pod(directory)) {
      Files.delete(directory.resolve("tls.key"));
      Pod.await(() -> !pod.isOn());

      Pod.serverOf(after).writeTo(directory);

      Pod.await(pod::isOn);
      assertThat(pod.answers(Pod.operatorOf(after))).isTrue();
    }
  }
}
