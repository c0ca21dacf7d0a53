package dev.apiauth.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.credential.Circumstances;
import dev.apiauth.policy.credential.Credential;
import dev.apiauth.policy.credential.CredentialRouter;
import dev.apiauth.policy.credential.PasswordRules;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.credential.ProductCredential;
import dev.apiauth.policy.credential.ProviderRoutes;
import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.PasswordsSpec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Git LFS transfers come with a JWT of the product's own. Everywhere else a JWT is an application
 * link's, and every other credential is routed there as anywhere.
 */
class TransferTokensGoToTheProductOnTransfersAlone {

  private static final String TOKEN = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJiaXRidWNrZXQifQ.c2ln";

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({
    "Bitbucket, jwt, GET, /rest/git-lfs/storage/P/r/0123, transfer",
    "Bitbucket, jwt, HEAD, /rest/git-lfs/storage/P/r/0123, transfer",
    "Bitbucket, jwt, PUT, /rest/git-lfs/storage/P/r/0123, transfer",
    "Bitbucket, jwt, POST, /rest/git-lfs/storage/P/r/0123, application_link_refused",
    "Bitbucket, jwt, DELETE, /rest/git-lfs/storage/P/r/0123, application_link_refused",
    "Bitbucket, jwt, GET, /rest/git-lfs/storage/P/r, application_link_refused",
    "Bitbucket, jwt, GET, /rest/git-lfs/storage/P/r/0123/more, application_link_refused",
    "Bitbucket, jwt, GET, /rest/git-lfs/admin/P/r/0123, application_link_refused",
    "Bitbucket, jwt, GET, /rest/api/latest/projects, application_link_refused",
    "Bitbucket, jwt, GET, /scm/p/r.git/info/refs, application_link_refused",
    "Bitbucket, bearer, GET, /rest/git-lfs/storage/P/r/0123, issuer_unknown",
    "Bitbucket, basic, GET, /rest/git-lfs/storage/P/r/0123, password_refused",
    "Bitbucket, unknown, GET, /rest/git-lfs/storage/P/r/0123, scheme_unknown",
    "Jira, jwt, GET, /rest/git-lfs/storage/P/r/0123, application_link_refused",
  })
  void byTheProfile(
      String product, String credential, String method, String path, String expected) {
    var where =
        new Circumstances(
            PathClass.REST_API,
            method,
            below(path),
            new ClientAddress.Unknown("nobody asked"),
            Instant.EPOCH);

    assertThat(told(router(product).route(credential(credential), where))).isEqualTo(expected);
  }

  private static CredentialRouter router(String product) {
    var profile = PresetCatalog.shipped().product(product).orElseThrow();
    return new CredentialRouter(
        CredentialsSpec.DEFAULT,
        new PasswordRules(PasswordsSpec.DEFAULT, List.of()),
        ProviderRoutes.NONE,
        List.of(),
        ProductCompiler.transfers(profile),
        new PayloadIssuer());
  }

  private static Credential credential(String kind) {
    return switch (kind) {
      case "jwt" -> new Credential.ConsumerToken(TOKEN);
      case "bearer" -> new Credential.Bearer(TOKEN);
      case "basic" -> new Credential.Basic("alice", "secret");
      default -> new Credential.UnknownScheme("negotiate");
    };
  }

  private static String told(Outcome<Route> outcome) {
    return switch (outcome) {
      case Outcome.Pass<Route>(Route.ToProduct(ProductCredential.TransferToken(String token))) ->
          token.equals(TOKEN) ? "transfer" : "another token";
      case Outcome.Pass<Route>(Route route) -> route.toString();
      case Outcome.Refused<Route>(Refusal refusal) -> refusal.reason().code();
    };
  }

  private static ProductPath below(String raw) {
    var path = ((Outcome.Pass<CanonicalPath>) CanonicalPath.of(raw)).value();
    var relative = path.relativeTo(ContextPath.ROOT).orElseThrow();
    return ((Outcome.Pass<ProductPath>) relative.innermost()).value();
  }
}
