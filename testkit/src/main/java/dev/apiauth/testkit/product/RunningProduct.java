package dev.apiauth.testkit.product;

import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import dev.apiauth.testkit.product.account.BrowserSession;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.PersonalAccessToken;
import dev.apiauth.testkit.product.account.SessionCookie;
import dev.apiauth.testkit.product.fault.Misbehaviour;
import dev.apiauth.testkit.product.record.RequestRecord;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.product.repository.RepositoryName;
import dev.apiauth.testkit.product.repository.RepositoryPermission;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.product.site.Site;
import dev.apiauth.testkit.product.tomcat.EmbeddedTomcat;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A product that answers on loopback, and what a test may know about it and do to it. */
public final class RunningProduct implements AutoCloseable {

  private final Site site;
  private final EmbeddedTomcat tomcat;
  private final RequestRecord record;

  RunningProduct(Site site, EmbeddedTomcat tomcat, RequestRecord record) {
    this.site = site;
    this.tomcat = tomcat;
    this.record = record;
  }

  public Product product() {
    return site.product();
  }

  /** {@code http://127.0.0.1:<port><contextPath>}, without a trailing slash. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port() + contextPath());
  }

  public int port() {
    return tomcat.port();
  }

  /** Empty for the root, else with a leading and without a trailing slash. */
  public String contextPath() {
    return tomcat.context().getPath();
  }

  /**
   * A new token of the product's own kind that does not expire.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  public PersonalAccessToken issueToken(String user) {
    return site.tokens().issue(person(user), "issued for a test", Optional.empty());
  }

  /**
   * A new access token of the product's own OAuth 2.0 provider, to which {@code user} consented.
   *
   * @throws IllegalArgumentException if there is no such account
   */
  public PersonalAccessToken issueOAuth2Token(String user) {
    return site.oauth2Tokens().issue(person(user), "consented to for a test", Optional.empty());
  }

  /**
   * Like {@link #issueToken(String)}, but the product stops to honour it after {@code lifetime}.
   */
  public PersonalAccessToken issueToken(String user, Duration lifetime) {
    var end = site.clock().instant().plus(lifetime);
    return site.tokens().issue(person(user), "issued for a test", Optional.of(end));
  }

  /** From the next request on the token stands for nobody. */
  public void revokeToken(PersonalAccessToken token) {
    site.tokens().revoke(token);
  }

  /** A session that {@code user} is signed in to. */
  public SessionCookie signIn(String user) {
    var session = tomcat.context().getManager().createSession(null).getSession();
    BrowserSession.signIn(session, person(user));
    return new SessionCookie(site.product().sessionCookie(), session.getId());
  }

  /** A remember-me cookie of {@code user}, which makes a session by itself. */
  public SessionCookie rememberMe(String user) {
    return new SessionCookie(
        site.product().rememberMeCookie(), site.remembered().remember(person(user)));
  }

  /** Adds an account, or replaces the one of that name. */
  public void add(Person person) {
    site.people().add(person);
  }

  /** Takes an account away; its tokens, sessions and cookies stand for nobody from then on. */
  public void remove(String user) {
    site.people().remove(user);
  }

  /** Failed logins of {@code user} since the last success. */
  public int failedLogins(String user) {
    return site.passwords().failures(user);
  }

  /** Sets the count of failed logins back, as a solved CAPTCHA does. */
  public void solveCaptcha(String user) {
    site.passwords().forgive(user);
  }

  /** Sets the product's own Basic switch. */
  public void setBasicAuthentication(BasicAuthenticationSwitch basic) {
    site.basicAuthentication().set(basic);
  }

  /** Says what an account may do with repositories from now on; by default each may write. */
  public void permit(String user, RepositoryPermission permission) {
    site.repositories().permit(user, permission);
  }

  /**
   * The bare repository of that name, to look into.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Path repository(String project, String slug) {
    return site.repositories()
        .find(new RepositoryName(project, slug))
        .orElseThrow(() -> new IllegalArgumentException("there is no " + project + "/" + slug));
  }

  /** Switches a misbehaviour on, for every path. */
  public void misbehave(Misbehaviour misbehaviour) {
    misbehave("/", misbehaviour);
  }

  /**
   * Switches a misbehaviour on for some paths; several may be on, the first that fits counts.
   *
   * @param pathPrefix below the context path, as Tomcat resolves it
   */
  public void misbehave(String pathPrefix, Misbehaviour misbehaviour) {
    site.misbehaviours().switchOn(pathPrefix, misbehaviour);
  }

  /** Ends every misbehaviour; the requests that hang are cut off. */
  public void behave() {
    site.misbehaviours().switchOff();
  }

  /**
   * The latest requests since the start or {@link #forget}, in the order of arrival; a request is
   * there before its answer is. At most 10,000 are kept, none of a benchmark upstream.
   */
  public List<SeenRequest> seen() {
    return record.list();
  }

  /**
   * The number of requests since the start or {@link #forget}, those included that are not kept.
   */
  public long seenCount() {
    return record.count();
  }

  /** Has that one told of every request when it ends. */
  public void follow(Consumer<SeenRequest> by) {
    record.follow(by);
  }

  public void forget() {
    record.forget();
  }

  @Override
  public void close() {
    behave();
    tomcat.close();
    site.close();
  }

  private Person person(String user) {
    return site.people()
        .find(user)
        .orElseThrow(() -> new IllegalArgumentException("there is no account " + user));
  }
}
