package dev.apiauth.sidecar.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** Classes and library of different versions load, serve, and fail at the first socket error. */
class TheNativeTransportIsWhole {

  @Test
  void itsErrorsAreThoseOfItsLibrary() {
    assumeTrue(
        "Linux amd64".equals(System.getProperty("os.name") + " " + System.getProperty("os.arch")),
        "SKIPPED: epoll is shipped for Linux on x86-64 only; NIO serves here");
    Vertx vertx = Vertx.vertx(ProductListener.vertxOptions(1));
    try {
      assertThat(vertx.isNativeTransportEnabled()).isTrue();
      assertThatCode(() -> Class.forName("io.netty.channel.unix.Errors"))
          .doesNotThrowAnyException();
    } finally {
      StartedListener.await(vertx.close());
    }
  }
}
