package dev.apiauth.policy.credential;

import static dev.apiauth.policy.outcome.Outcome.pass;
import static dev.apiauth.policy.outcome.Outcome.refuse;
import static dev.apiauth.policy.outcome.Reason.APPLICATION_LINK_REFUSED;
import static dev.apiauth.policy.outcome.Reason.ISSUER_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.PRODUCT_TOKENS_REFUSED;
import static dev.apiauth.policy.outcome.Reason.SCHEME_UNKNOWN;
import static dev.apiauth.policy.outcome.Reason.TOKEN_KIND_UNKNOWN;

import com.google.re2j.Pattern;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.token.ApiTokenText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the one verifier of a credential, before any I/O: by scheme first, then by what the token
 * itself says. A token is never shown to a server that did not issue it.
 *
 * <pre>
 * JWT scheme                 the product, where it hands out such tokens for transfers of large files
 * OAuth, JWT scheme          application link, if its consumer is listed
 * Basic                      its password is looked at like a bearer token, before it counts as a password
 * our own prefix             the API tokens of this service; nobody else
 * a JWT                      the provider with exactly its iss; nobody else
 * a provider's prefix        that provider
 * the product's PAT shape    the product, if PATs are allowed; refused here otherwise, never sent on
 * anything else              the one verifier without a prefix: a provider, or the product's OAuth 2.0
 * nothing of these           refused
 * </pre>
 *
 * <p>As Basic password, what has neither prefix nor shape is a password, unless the user name says
 * that it is a token ({@link #TOKEN_USERS}): a password must never be shown to a provider.
 */
public final class CredentialRouter {

  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> TRANSFERRING = Set.of("GET", "HEAD", "PUT");

  /** User names that say that the password beside them is a token, as git clients send them. */
  public static final Set<String> TOKEN_USERS = Set.of("oauth2", "x-token-auth");

  private final CredentialsSpec accepted;
  private final PasswordRules passwords;
  private final ProviderRoutes providers;
  private final Set<String> consumers;
  private final List<Pattern> productTokens;
  private final PathPatterns transfers;
  private final UnverifiedIssuer unverifiedIssuer;

  /**
   * Routes by a policy.
   *
   * @param accepted what the policy accepts beside the providers' tokens
   * @param passwords which passwords it accepts
   * @param providers which of its providers a token goes to
   * @param productTokens the shapes of the product's own tokens
   * @param transfers where the product transfers large files, on tokens of its own
   * @param unverifiedIssuer reads the issuer that a token claims
   */
  public CredentialRouter(
      CredentialsSpec accepted,
      PasswordRules passwords,
      ProviderRoutes providers,
      List<Pattern> productTokens,
      PathPatterns transfers,
      UnverifiedIssuer unverifiedIssuer) {
    this.accepted = accepted;
    this.passwords = passwords;
    this.providers = providers;
    this.consumers = Set.copyOf(accepted.applicationLinks().consumers());
    this.productTokens = List.copyOf(productTokens);
    this.transfers = transfers;
    this.unverifiedIssuer = unverifiedIssuer;
  }

  /** The verifier of that credential. Looking at a login page is not logging in. */
  public Outcome<Route> route(Credential credential, Circumstances where) {
    return switch (credential) {
      case Credential.None none -> uncredentialed(where);
      case Credential.Bearer(String token) ->
          token(token).or(() -> unclaimed(token)).orElseGet(() -> refuse(TOKEN_KIND_UNKNOWN));
      case Credential.Basic(String username, String password) -> basic(username, password, where);
      case Credential.ApiKey(String token) -> apiToken(token);
      case Credential.PasswordParameters(String username) ->
          where.pathClass() == PathClass.LOGIN
              ? passwords.atLoginPage()
              : passwords.withRequest(username, where);
      case Credential.ConsumerSignature(String consumer, Optional<String> requestor) ->
          applicationLink(consumer, requestor);
      case Credential.ConsumerToken(String token) -> consumerToken(token, where);
      case Credential.UnknownScheme unknown -> refuse(SCHEME_UNKNOWN);
    };
  }

  /**
   * Whether some Authorization field holds a token of this service or of one of the providers, as
   * Bearer or as Basic password: the product must never see it, not even where nothing is enforced.
   */
  public boolean holdsForeignToken(HeaderFields headers) {
    return headers.all("Authorization").stream().anyMatch(this::isForeignToken);
  }

  /**
   * Whether some Authorization field holds a token of this service, as Bearer or as Basic password.
   * Nobody but this service can do anything with it, whatever the mode.
   */
  public boolean holdsApiToken(HeaderFields headers) {
    return headers.all("Authorization").stream().anyMatch(CredentialRouter::isApiToken);
  }

  private static boolean isApiToken(String authorization) {
    return switch (AuthorizationHeader.read(authorization)) {
      case Outcome.Pass<Credential>(Credential.Bearer(String token)) -> ApiTokenText.claims(token);
      case Outcome.Pass<Credential>(Credential.Basic(String username, String password)) ->
          ApiTokenText.claims(password);
      default -> false;
    };
  }

  private boolean isForeignToken(String authorization) {
    return switch (AuthorizationHeader.read(authorization)) {
      case Outcome.Pass<Credential>(Credential.Bearer(String token)) ->
          isForeign(token) || goesToFallback(token);
      case Outcome.Pass<Credential>(Credential.Basic(String username, String password)) ->
          isForeign(password) || (isToken(username, password) && goesToFallback(password));
      default -> false;
    };
  }

  private boolean goesToFallback(String token) {
    return providers.fallback().isPresent()
        && accepted.productOAuth2().policy() == AllowOrDeny.Deny
        && token(token).isEmpty();
  }

  private boolean isForeign(String token) {
    return ApiTokenText.claims(token)
        || providers.ofPrefix(token).isPresent()
        || unverifiedIssuer.of(token).flatMap(providers::ofIssuer).isPresent();
  }

  private Outcome<Route> uncredentialed(Circumstances where) {
    return switch (where.pathClass()) {
      case LOGIN ->
          LOOKING.contains(where.method()) ? pass(new Route.Nowhere()) : passwords.atLoginPage();
      case SESSION_LOGIN -> passwords.forSession();
      default -> pass(new Route.Nowhere());
    };
  }

  /** Where something that looks like a token goes; empty if it looks like none. */
  private Optional<Outcome<Route>> token(String text) {
    if (ApiTokenText.claims(text)) return Optional.of(apiToken(text));
    Optional<String> issuer = unverifiedIssuer.of(text);
    if (issuer.isPresent()) return Optional.of(ofIssuer(issuer.get(), text));
    Optional<String> prefixed = providers.ofPrefix(text);
    if (prefixed.isPresent()) return Optional.of(toProvider(prefixed.get(), text));
    return productTokens.stream().anyMatch(shape -> shape.matches(text))
        ? Optional.of(productToken(text))
        : Optional.empty();
  }

  /** Where a token goes that nobody claims; empty if there is no such verifier. */
  private Optional<Outcome<Route>> unclaimed(String token) {
    if (accepted.productOAuth2().policy() == AllowOrDeny.Allow) {
      return Optional.of(toProduct(new ProductCredential.OAuth2Token(token)));
    }
    return providers.fallback().map(provider -> toProvider(provider, token));
  }

  private Outcome<Route> basic(String username, String password, Circumstances where) {
    return token(password)
        .or(() -> isToken(username, password) ? unclaimed(password) : Optional.empty())
        .orElseGet(() -> passwords.withRequest(username, where));
  }

  /** Whether it is said to be a token, and could be sent as Bearer too. */
  private static boolean isToken(String username, String password) {
    return TOKEN_USERS.contains(username) && AuthorizationHeader.isB64Token(password);
  }

  private Outcome<Route> apiToken(String token) {
    return accepted.apiTokens() == null
        ? refuse(TOKEN_KIND_UNKNOWN)
        : pass(new Route.ToApiTokens(token));
  }

  private Outcome<Route> ofIssuer(String issuer, String token) {
    return providers
        .ofIssuer(issuer)
        .map(provider -> toProvider(provider, token))
        .orElseGet(() -> refuse(ISSUER_UNKNOWN));
  }

  private static Outcome<Route> toProvider(String provider, String token) {
    return pass(new Route.ToProvider(provider, token));
  }

  private Outcome<Route> productToken(String token) {
    return accepted.personalAccessTokens().policy() == AllowOrDeny.Allow
        ? toProduct(new ProductCredential.PersonalAccessToken(token))
        : refuse(PRODUCT_TOKENS_REFUSED);
  }

  private Outcome<Route> consumerToken(String token, Circumstances where) {
    return TRANSFERRING.contains(where.method()) && transfers.matches(where.path())
        ? toProduct(new ProductCredential.TransferToken(token))
        : applicationLink(unverifiedIssuer.of(token).orElse(""), Optional.empty());
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
