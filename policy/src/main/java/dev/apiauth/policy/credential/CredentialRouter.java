package dev.apiauth.policy.credential;

import static dev.apiauth.policy.outcome.Outcome.pass;
import static dev.apiauth.policy.outcome.Outcome.refuse;
import static dev.apiauth.policy.outcome.Reason.APPLICATION_LINK_REFUSED;
import static dev.apiauth.policy.outcome.Reason.INTERACTIVE_LOGIN_REFUSED;
import static dev.apiauth.policy.outcome.Reason.ISSUER_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.PASSWORD_REFUSED;
import static dev.apiauth.policy.outcome.Reason.PRODUCT_TOKENS_REFUSED;
import static dev.apiauth.policy.outcome.Reason.SCHEME_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.SESSION_LOGIN_REFUSED;
import static dev.apiauth.policy.outcome.Reason.TOKEN_KIND_UNKNOWN;

import com.google.re2j.Pattern;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.CredentialsSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the one verifier of a credential, before any I/O: by scheme first, then by what the token
 * itself says. A token is never shown to a server that did not issue it.
 *
 * <pre>
 * OAuth, JWT scheme          application link, if its consumer is listed
 * Basic                      its password is looked at like a bearer token, before it counts as a password
 * a JWT                      the provider with exactly its iss; nobody else
 * the product's PAT shape    the product, if PATs are allowed; refused here otherwise, never sent on
 * anything else              refused
 * </pre>
 */
public final class CredentialRouter {

  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");

  private final CredentialsSpec accepted;
  private final Set<String> issuers;
  private final Set<String> consumers;
  private final List<Pattern> productTokens;
  private final UnverifiedIssuer unverifiedIssuer;

  /**
   * Routes by a policy.
   *
   * @param accepted what the policy accepts beside the providers' tokens
   * @param issuers the exact issuers of its providers
   * @param productTokens the shapes of the product's own tokens
   * @param unverifiedIssuer reads the issuer that a token claims
   */
  public CredentialRouter(
      CredentialsSpec accepted,
      Set<String> issuers,
      List<Pattern> productTokens,
      UnverifiedIssuer unverifiedIssuer) {
    this.accepted = accepted;
    this.issuers = Set.copyOf(issuers);
    this.consumers = Set.copyOf(accepted.applicationLinks().consumers());
    this.productTokens = List.copyOf(productTokens);
    this.unverifiedIssuer = unverifiedIssuer;
  }

  /**
   * The verifier of that credential, sent with that method to a path of that class. Looking at a
   * login page is not logging in.
   */
  public Outcome<Route> route(Credential credential, PathClass pathClass, String method) {
    return switch (credential) {
      case Credential.None none -> uncredentialed(pathClass, method);
      case Credential.Bearer(String token) ->
          token(token).orElseGet(() -> refuse(TOKEN_KIND_UNKNOWN));
      case Credential.Basic(String username, String password) ->
          token(password).orElseGet(() -> password(username));
      case Credential.PasswordParameters(String username) ->
          pathClass == PathClass.LOGIN ? interactiveLogin() : password(username);
      case Credential.ConsumerSignature(String consumer, Optional<String> requestor) ->
          applicationLink(consumer, requestor);
      case Credential.ConsumerToken(String token) ->
          applicationLink(unverifiedIssuer.of(token).orElse(""), Optional.empty());
      case Credential.UnknownScheme unknown -> refuse(SCHEME_UNKNOWN);
    };
  }

  /**
   * Whether some Authorization field holds a token of one of the providers, as Bearer or as Basic
   * password: the product must never see it, not even where nothing is enforced.
   */
  public boolean holdsProviderToken(HeaderFields headers) {
    return headers.all("Authorization").stream().anyMatch(this::isProviderToken);
  }

  private boolean isProviderToken(String authorization) {
    Optional<String> token =
        switch (AuthorizationHeader.read(authorization)) {
          case Outcome.Pass<Credential>(Credential.Bearer(String text)) -> Optional.of(text);
          case Outcome.Pass<Credential>(Credential.Basic(String username, String password)) ->
              Optional.of(password);
          default -> Optional.empty();
        };
    return token.flatMap(unverifiedIssuer::of).filter(issuers::contains).isPresent();
  }

  private Outcome<Route> uncredentialed(PathClass pathClass, String method) {
    return switch (pathClass) {
      case LOGIN -> LOOKING.contains(method) ? pass(new Route.Nowhere()) : interactiveLogin();
      case SESSION_LOGIN ->
          accepted.passwords().sessionLogin() == AllowOrDeny.Allow
              ? pass(new Route.ToSessionLogin())
              : refuse(SESSION_LOGIN_REFUSED);
      default -> pass(new Route.Nowhere());
    };
  }

  private Outcome<Route> interactiveLogin() {
    return accepted.passwords().interactiveLogin() == AllowOrDeny.Allow
        ? pass(new Route.ToLogin())
        : refuse(INTERACTIVE_LOGIN_REFUSED);
  }

  /** Where something that looks like a token goes; empty if it looks like none. */
  private Optional<Outcome<Route>> token(String text) {
    Optional<String> issuer = unverifiedIssuer.of(text);
    if (issuer.isPresent()) return Optional.of(provider(issuer.get(), text));
    return productTokens.stream().anyMatch(shape -> shape.matches(text))
        ? Optional.of(productToken(text))
        : Optional.empty();
  }

  private Outcome<Route> provider(String issuer, String token) {
    return issuers.contains(issuer)
        ? pass(new Route.ToProvider(issuer, token))
        : refuse(ISSUER_UNKNOWN);
  }

  private Outcome<Route> productToken(String token) {
    return accepted.personalAccessTokens().policy() == AllowOrDeny.Allow
        ? toProduct(new ProductCredential.PersonalAccessToken(token))
        : refuse(PRODUCT_TOKENS_REFUSED);
  }

  private Outcome<Route> password(String username) {
    return accepted.passwords().basic() == AllowOrDeny.Allow
        ? toProduct(new ProductCredential.Password(username))
        : refuse(PASSWORD_REFUSED);
  }

  private Outcome<Route> applicationLink(String consumer, Optional<String> requestor) {
    boolean listed =
        accepted.applicationLinks().policy() == AllowOrDeny.Allow && consumers.contains(consumer);
    return listed
        ? toProduct(new ProductCredential.ApplicationLink(consumer, requestor))
        : refuse(APPLICATION_LINK_REFUSED);
  }

  private static Outcome<Route> toProduct(ProductCredential credential) {
    return pass(new Route.ToProduct(credential));
  }
}
