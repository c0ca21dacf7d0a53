package dev.apiauth.sidecar.scenario;

import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;

/**
 * A product with a sidecar in front of it that is a process of its own.
 *
 * @param product the product, in the test's process
 * @param folder the sidecar's files
 * @param resource the resource as it was written at the start
 * @param sidecar the process
 */
public record Installed(
    RunningProduct product, PolicyFolder folder, Manifest resource, SidecarProcess sidecar)
    implements AutoCloseable {

  @Override
  public void close() {
    sidecar.close();
    product.close();
  }
}
