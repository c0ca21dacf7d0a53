package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Stand;
import dev.apiauth.testkit.playground.Witness;
import dev.apiauth.testkit.process.LoggedProcess;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/**
 * A product in this process, with a sidecar in front of it.
 *
 * @param example which one
 * @param simulator the product, which can be asked what it saw
 * @param sidecar a process of its own
 * @param address where the sidecar serves clients
 * @param probes where it answers probes
 * @param resource the file that it enforces
 */
public record StandaloneStand(
    Example example,
    RunningProduct simulator,
    LoggedProcess sidecar,
    URI address,
    URI probes,
    EditedFile resource)
    implements Stand, Witness, AutoCloseable {

  @Override
  public Client client() {
    return new Client(address);
  }

  @Override
  public Witness product() {
    return this;
  }

  @Override
  public void forget() {
    simulator.forget();
  }

  @Override
  public List<String> actedAs() {
    return simulator.seen().stream()
        .filter(seen -> !Witness.isProbe(seen.requestUri()))
        .map(SeenRequest::actedAs)
        .toList();
  }

  @Override
  public String ownTokenOf(String user) {
    return simulator.issueToken(user).value();
  }

  /** Waits until the sidecar enforces a policy and reaches the product. */
  public void awaitReady() {
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
    simulator.close();
  }
}
