package dev.apiauth.testkit.product;

import dev.apiauth.testkit.product.account.ApplicationLinks;
import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import dev.apiauth.testkit.product.account.OAuthConsumer;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.product.site.Site;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Describes a product to be started: {@code ProductSimulator.jira().withUser("alice").start()}.
 *
 * <p>What runs is a real Tomcat with the authentication filters of the product in the product's
 * order and the endpoints that the guide and the tests call. It is made to be wronged: nothing in
 * it defends the product better than the product does.
 */
public final class ProductSimulator {

  private static final int REQUESTS_KEPT = 10_000;

  private final Product product;
  private final List<Person> people = new ArrayList<>();
  private final List<OAuthConsumer> consumers = new ArrayList<>();
  private final Set<String> jwtIssuers = new HashSet<>();
  private final Set<RepositoryName> repositories =
      new HashSet<>(Set.of(new RepositoryName("ABC", "site")));
  private final Map<String, String> tokens = new LinkedHashMap<>();
  private String contextPath;
  private String address = "127.0.0.1";
  private int port;
  private BasicAuthenticationSwitch basic = BasicAuthenticationSwitch.ALLOWED;
  private InstantSource clock = InstantSource.system();
  private LaunchMode mode = new LaunchMode.Recording(REQUESTS_KEPT);

  private ProductSimulator(Product product) {
    this.product = product;
    this.contextPath = product.usualContextPath();
  }

  public static ProductSimulator jira() {
    return of(Product.JIRA);
  }

  /** At {@code /confluence}, where the guide has it. */
  public static ProductSimulator confluence() {
    return of(Product.CONFLUENCE);
  }

  public static ProductSimulator bitbucket() {
    return of(Product.BITBUCKET);
  }

  public static ProductSimulator of(Product product) {
    return new ProductSimulator(product);
  }

  /** An account without a password and without groups. */
  public ProductSimulator withUser(String name) {
    return withPerson(Person.named(name));
  }

  /**
   * @param groups one that ends in {@code administrators} makes an administrator
   */
  public ProductSimulator withUser(String name, String password, String... groups) {
    return withPerson(new Person(name, Optional.of(password), Set.of(groups)));
  }

  public ProductSimulator withPerson(Person person) {
    people.add(person);
    return this;
  }

  /**
   * @param address where it listens, {@code 0.0.0.0} in a container; 127.0.0.1 by default
   */
  public ProductSimulator onAddress(String address) {
    this.address = address;
    return this;
  }

  /**
   * @param port 0, which is also the default: any free one
   */
  public ProductSimulator onPort(int port) {
    this.port = port;
    return this;
  }

  /**
   * @param contextPath {@code /} or empty for the root
   */
  public ProductSimulator onContextPath(String contextPath) {
    this.contextPath = contextPath.equals("/") ? "" : contextPath;
    return this;
  }

  /**
   * A token of the product's own kind with a value that is fixed, so that several pods of one
   * product honour the same.
   *
   * @param user one of the accounts
   * @param value the secret
   */
  public ProductSimulator withToken(String user, String value) {
    tokens.put(value, user);
    return this;
  }

  /** One more empty repository; Bitbucket has {@code ABC/site} from the start. */
  public ProductSimulator withRepository(String project, String slug) {
    repositories.add(new RepositoryName(project, slug));
    return this;
  }

  /** An incoming OAuth 1.0a application link. */
  public ProductSimulator withConsumer(OAuthConsumer consumer) {
    consumers.add(consumer);
    return this;
  }

  /** A linked application or mirror that sends {@code Authorization: JWT} with this {@code iss}. */
  public ProductSimulator withJwtIssuer(String issuer) {
    jwtIssuers.add(issuer);
    return this;
  }

  /** The product's own Basic switch; Basic works by default. */
  public ProductSimulator withBasicAuthentication(BasicAuthenticationSwitch basic) {
    this.basic = basic;
    return this;
  }

  public ProductSimulator withClock(InstantSource clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Records nothing and never closes a connection for its age: nothing that a benchmark would
   * measure.
   */
  public ProductSimulator asBenchmarkUpstream() {
    mode = new LaunchMode.Benchmark();
    return this;
  }

  /**
   * Starts it; returns when it accepts connections.
   *
   * @throws IllegalStateException if it cannot start, for example because the port is taken
   * @throws IllegalArgumentException if a token is of somebody who has no account
   */
  public RunningProduct start() {
    var links = new ApplicationLinks(consumers, jwtIssuers);
    var site = Site.of(product, new UserDirectory(people), basic, links, clock);
    tokens.forEach((value, user) -> site.tokens().honour(account(site, user), value));
    repositories.forEach(site.repositories()::add);
    return new ProductLauncher(site, mode).launch(address, port, contextPath);
  }

  private static Person account(Site site, String user) {
    return site.people()
        .find(user)
        .orElseThrow(() -> new IllegalArgumentException("there is no account " + user));
  }
}
