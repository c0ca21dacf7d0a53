package dev.apiauth.testkit.playground;

import java.util.List;
import java.util.Set;

/** Tells what reached a product. */
public interface Witness {

  /** What the sidecar asks for itself: who a token belongs to. It is nobody's call. */
  Set<String> PROBES =
      Set.of("/plugins/servlet/applinks/whoami", "/rest/api/latest/application-properties");

  /** From now on only what comes later counts. */
  void forget();

  /**
   * As whom the product carried out what reached it since {@link #forget}, without the sidecar's
   * own questions. A call that was answered is in it.
   */
  List<String> actedAs();

  /** Whether a request is one of {@link #PROBES}. */
  static boolean isProbe(String requestUri) {
    return PROBES.stream().anyMatch(requestUri::endsWith);
  }
}
