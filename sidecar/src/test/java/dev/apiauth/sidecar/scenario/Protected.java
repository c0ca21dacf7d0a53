package dev.apiauth.sidecar.scenario;

import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.sidecar.RunningSidecar;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A product with a sidecar in front of it, as a test sees them: real Tomcat, real sockets, the
 * sidecar in the test's own process.
 */
public final class Protected implements AutoCloseable {

  private final RunningProduct product;
  private final PolicyFolder folder;
  private final RunningSidecar sidecar;
  private final List<AuditLine> audit;
  private Manifest resource;

  Protected(
      RunningProduct product,
      PolicyFolder folder,
      RunningSidecar sidecar,
      List<AuditLine> audit,
      Manifest resource) {
    this.product = product;
    this.folder = folder;
    this.sidecar = sidecar;
    this.audit = audit;
    this.resource = resource;
  }

  /** The product behind the sidecar. */
  public RunningProduct product() {
    return product;
  }

  public RunningSidecar sidecar() {
    return sidecar;
  }

  public PolicyFolder folder() {
    return folder;
  }

  /** The resource as it was written last. */
  public Manifest resource() {
    return resource;
  }

  /** A client in front of the sidecar. */
  public Client client() {
    return new Client(address());
  }

  /** Where the sidecar is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + sidecar.port());
  }

  /** Edits the resource and waits until the edit is in force. */
  public void edit(UnaryOperator<Manifest> edit) {
    Optional<PolicyHash> before = sidecar.policy();
    resource = edit.apply(resource);
    folder.write(resource);
    Eventually.holds(() -> !sidecar.policy().equals(before), "the edit comes into force");
  }

  /** What reached the product, the sidecar's own questions for users and their groups aside. */
  public List<SeenRequest> reachedProduct() {
    return product.seen().stream().filter(seen -> !isProbe(seen)).toList();
  }

  /** The audit lines so far. */
  public List<AuditLine> audit() {
    return List.copyOf(audit);
  }

  private static boolean isProbe(SeenRequest seen) {
    return seen.requestUri().endsWith("/plugins/servlet/applinks/whoami")
        || seen.requestUri().endsWith("/rest/api/latest/application-properties")
        || seen.requestUri().endsWith("/rest/api/2/myself?expand=groups")
        || seen.requestUri().contains("/rest/api/user/memberof?");
  }

  @Override
  public void close() {
    sidecar.close();
    product.close();
  }
}
