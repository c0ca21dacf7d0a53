package dev.apiauth.operator.certs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ARoundThatFailsIsTriedAgain {

  @Test
  void againAndAgain() throws InterruptedException {
    var rounds = new CountDownLatch(5);
    Runnable failing =
        () -> {
          rounds.countDown();
          throw new IllegalStateException("the API server is away");
        };
    try (var loop = new CertificateLoop(failing, () -> Duration.ofMillis(5))) {
      loop.start();

      assertThat(rounds.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
