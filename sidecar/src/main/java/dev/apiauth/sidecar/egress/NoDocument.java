package dev.apiauth.sidecar.egress;

import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.Serial;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Ends a fetch from within; never leaves the package, where it becomes an {@link
 * EgressAnswer.Failed}.
 */
final class NoDocument extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private NoDocument(String because) {
    super(because, null, false, false);
  }

  static NoDocument because(String sentence) {
    return new NoDocument(sentence);
  }

  /**
   * What to say of a failure of any kind. Messages of libraries stay out of it: they may quote the
   * other side.
   */
  static String sentence(Throwable failure) {
    return switch (failure) {
      case NoDocument known -> String.valueOf(known.getMessage());
      case UnknownHostException unknown -> "its host name does not resolve";
      case SslHandshakeTimeoutException late -> "it did not answer in time";
      case SSLException untrusted -> "its certificate is not trusted or not for its name";
      case TimeoutException late -> "it did not answer in time";
      case ConnectException refused -> "it cannot be connected to";
      default -> "the connection broke (" + failure.getClass().getSimpleName() + ")";
    };
  }
}
