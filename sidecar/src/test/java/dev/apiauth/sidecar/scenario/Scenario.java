package dev.apiauth.sidecar.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.sidecar.RunningSidecar;
import dev.apiauth.sidecar.Sidecar;
import dev.apiauth.sidecar.SidecarOptions;
import dev.apiauth.sidecar.SidecarOptions.DrainTimes;
import dev.apiauth.sidecar.SidecarOptions.EgressOptions;
import dev.apiauth.sidecar.SidecarOptions.Endpoint;
import dev.apiauth.sidecar.SidecarOptions.PolicyOrigin;
import dev.apiauth.sidecar.audit.AuditLine;
import dev.apiauth.sidecar.forward.UpstreamLimits;
import dev.apiauth.sidecar.listen.ListenerLimits;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes up a product, its policy and its people. */
public final class Scenario {

  private final ProductSimulator product;
  private final List<String> onFile = new ArrayList<>();
  private final Map<String, Manifest> secrets = new HashMap<>();
  private Manifest resource;
  private Optional<Function<RunningProduct, ProductDefaults>> surroundings = Optional.empty();
  private InstantSource clock = InstantSource.system();
  private Duration upstreamPatience = UpstreamLimits.DEFAULT.answerWithin();
  private List<String> egressAllow = List.of("127.0.0.0/8", "http://127.0.0.1:8180");
  private Optional<Path> egressCertificates = Optional.empty();

  private Scenario(ProductSimulator product, Manifest resource) {
    this.product = product;
    this.resource = resource;
  }

  /** Jira with the people and the policy of the guide, its tokens from the company's Keycloak. */
  public static Scenario jira() {
    return guide(ProductSimulator.jira(), "Jira", "jira");
  }

  /** Confluence below {@code /confluence}, likewise. */
  public static Scenario confluence() {
    return guide(ProductSimulator.confluence(), "Confluence", "confluence")
        .with("/spec/upstream/contextPath", "/confluence");
  }

  /** Bitbucket, likewise. */
  public static Scenario bitbucket() {
    return guide(ProductSimulator.bitbucket(), "Bitbucket", "bitbucket");
  }

  private static Scenario guide(ProductSimulator product, String name, String audience) {
    Manifest resource =
        Manifest.of(Resources.text("guide.yaml"))
            .with("/metadata/name", audience)
            .with("/spec/product", name)
            .with("/spec/targetRef/name", audience)
            .with("/spec/providers/0/audiences", List.of(audience))
            .with("/spec/access/groups/allow", List.of(audience + "-api-users"));
    return new Scenario(
            product
                .withUser("alice")
                .withUser("bob")
                .withUser("carol")
                .withUser("svc-ci")
                .withUser("admin"),
            resource)
        .withTokensOnFileOf("alice", "bob", "carol", "svc-ci");
  }

  /** With another value in the resource. */
  public Scenario with(String pointer, Object yaml) {
    resource = resource.with(pointer, yaml);
    return this;
  }

  /** Without a field in the resource. */
  public Scenario without(String pointer) {
    resource = resource.without(pointer);
    return this;
  }

  /** With tokens of an identity provider that this issuer stands for. */
  public Scenario trusting(String issuer, String jwksUri) {
    return without("/spec/providers/0/preset")
        .without("/spec/providers/0/parameters")
        .with("/spec/providers/0/type", "Jwt")
        .with("/spec/providers/0/issuer", '"' + issuer + '"')
        .with("/spec/providers/0/jwksURL", '"' + jwksUri + '"')
        .with("/spec/providers/0/username/claim", "preferred_username")
        .with("/spec/providers/0/groups/claim", "groups");
  }

  /** With tokens of the company's realm in a Keycloak. */
  public Scenario trustingKeycloak(String url, String realm) {
    return with("/spec/providers/0/preset", "Keycloak")
        .with("/spec/providers/0/parameters/url", '"' + url + '"')
        .with("/spec/providers/0/parameters/realm", realm);
  }

  /** With their personal access tokens on file, and nobody else's. */
  public Scenario withTokensOnFileOf(String... users) {
    onFile.clear();
    onFile.addAll(List.of(users));
    return this;
  }

  /** With a Secret in the resource's namespace. */
  public Scenario withSecret(String name, String key, String value) {
    secrets.put(
        name,
        Manifest.of("{apiVersion: v1, kind: Secret}")
            .with("/metadata/name", name)
            .with("/data/" + key, Base64.getEncoder().encodeToString(value.getBytes(UTF_8))));
    return this;
  }

  /**
   * With a port that only the sidecar's surroundings tell, and what else they tell of the running
   * product.
   */
  public Scenario toldByThePod(Function<RunningProduct, ProductDefaults> told) {
    surroundings = Optional.of(told);
    return this;
  }

  /** With another clock. */
  public Scenario at(InstantSource other) {
    clock = other;
    return this;
  }

  /** With a product that may take so long to begin an answer. */
  public Scenario waitingForTheProduct(Duration patience) {
    upstreamPatience = patience;
    return this;
  }

  /** With another product than the usual one. */
  public Scenario withProduct(Consumer<ProductSimulator> change) {
    change.accept(product);
    return this;
  }

  /** With provider URLs that may lead there. */
  public Scenario allowingEgress(String... entries) {
    egressAllow = List.of(entries);
    return this;
  }

  /** With providers whose certificates come from the authorities in that file. */
  public Scenario trustingAuthoritiesIn(Path pem) {
    egressCertificates = Optional.of(pem);
    return this;
  }

  /** Starts it, and returns when the policy is in force. */
  public Protected start() {
    Prepared prepared = prepare();
    var audit = new CopyOnWriteArrayList<AuditLine>();
    try {
      RunningSidecar sidecar =
          Sidecar.start(options(prepared.folder(), prepared.product()), clock, log -> audit::add);
      return new Protected(
          prepared.product(), prepared.folder(), sidecar, audit, prepared.resource());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the same in a process of its own, with these options of its Java. */
  public Installed install(String... jvm) {
    Prepared prepared = prepare();
    return new Installed(
        prepared.product(),
        prepared.folder(),
        prepared.resource(),
        SidecarProcess.start(
            prepared.folder(),
            List.of(jvm),
            List.of("--egress-allow", String.join(",", egressAllow))));
  }

  private record Prepared(RunningProduct product, PolicyFolder folder, Manifest resource) {}

  private Prepared prepare() {
    RunningProduct running = product.start();
    PolicyFolder folder = PolicyFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
    onFile.forEach(user -> folder.putTokenOnFile(user, running.issueToken(user).value()));
    secrets.forEach(folder::putSecret);
    Manifest complete =
        surroundings.isPresent() ? resource : resource.with("/spec/upstream/port", running.port());
    folder.write(complete);
    return new Prepared(running, folder, complete);
  }

  private SidecarOptions options(PolicyFolder folder, RunningProduct product) {
    var anyPort = new Endpoint("127.0.0.1", 0);
    return new SidecarOptions(
        new PolicyOrigin.Resource(folder.resource(), folder.secrets()),
        anyPort,
        anyPort,
        anyPort,
        Optional.empty(),
        "127.0.0.1",
        surroundings.map(told -> told.apply(product)).orElse(ProductDefaults.NONE),
        new EgressOptions(egressAllow, egressCertificates),
        2,
        ListenerLimits.DEFAULT,
        UpstreamLimits.DEFAULT.answeringWithin(upstreamPatience),
        new DrainTimes(Duration.ZERO, Duration.ofSeconds(5)));
  }
}
