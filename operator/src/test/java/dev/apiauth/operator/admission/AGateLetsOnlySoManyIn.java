package dev.apiauth.operator.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.operator.admission.AdmissionVerdict.Unchanged;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AGateLetsOnlySoManyIn {

  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);
  private final PodAdmission slow =
      (namespace, pod) -> {
        inside.countDown();
        try {
          leave.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return new Unchanged("late");
      };
  private final Reviewer reviewer =
      new Reviewer(slow, new AdmissionMeters(new SimpleMeterRegistry()));
  private final byte[] review = Reviews.creating(Reviews.POD).getBytes(UTF_8);

  @Test
  void whoWaitsTooLongIsTold() throws Exception {
    var gate = new ReviewGate(reviewer, 1, Duration.ofMillis(50));
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = others.submit(() -> gate.review(review));
      inside.await();

      assertThat(gate.review(review)).isEqualTo(new ReviewAnswer.Busy());

      leave.countDown();
      assertThat(first.get()).isInstanceOf(ReviewAnswer.Answered.class);
      assertThat(gate.review(review)).isInstanceOf(ReviewAnswer.Answered.class);
    }
  }
}
