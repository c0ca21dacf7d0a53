package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.scenario.Client;
import java.io.UncheckedIOException;
import java.net.URI;

/**
 * A product with a sidecar in front of it.
 *
 * @param example which one
 * @param product runs in this process, so that what it sees can be told
 * @param sidecar a process of its own
 * @param address where the sidecar serves clients
 * @param probes where it answers probes
 * @param resource the file that it enforces
 */
record Stand(
    Example example,
    RunningProduct product,
    SidecarProcess sidecar,
    URI address,
    URI probes,
    EditedFile resource)
    implements AutoCloseable {

  /** A client in front of the sidecar. */
  Client client() {
    return new Client(address);
  }

  /** Waits until the sidecar enforces a policy and reaches the product. */
  void awaitReady() {
    sidecar.await(this::isReady, "did not become ready");
  }

  private boolean isReady() {
    try {
      return new Client(probes).get("/readyz").send().status() == 200;
    } catch (UncheckedIOException notListening) {
      return false;
    }
  }

  @Override
  public void close() {
    sidecar.close();
    product.close();
  }
}
