package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.re2j.Pattern;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.CredentialsSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Before any I/O, and for good: no credential is shown to anybody who did not issue it. */
class ACredentialGoesToOneVerifier {

  private static final ProductPath PATH =
      passed(
          passed(CanonicalPath.of("/rest/api/2/issue"))
              .relativeTo(ContextPath.ROOT)
              .orElseThrow()
              .innermost());
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<Pattern> SHAPES =
      List.of(Pattern.compile("[A-Za-z0-9+/]{43}[A-Za-z0-9+/=]"));

  @ParameterizedTest(name = "{0} {1} {2} {3} -> {4}")
  @CsvFileSource(resources = "routes.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void byThePolicy(
      String credentials, String credential, PathClass pathClass, String method, String expected)
      throws IOException {
    var route = router(credentials).route(credential(credential), at(pathClass, method));

    assertThat(Told.route(route)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Bearer JWT_OF_PROVIDER, true",
    "bearer JWT_OF_PROVIDER, true",
    "Bearer JWT_OF_A_STRANGER, false",
    "Bearer JWT_WITH_A_SLASH_MORE, false",
    "Bearer PRODUCT_PAT, false",
    "Basic YWxpY2U6c2VjcmV0, false",
    "JWT JWT_OF_JIRA, false",
    "Bearer  JWT_OF_PROVIDER, false"
  })
  void andAProvidersTokenIsKnownWhereNothingIsEnforced(String authorization, boolean expected)
      throws IOException {
    var headers =
        HeaderFields.of(List.of(new HeaderField("Authorization", Tokens.named(authorization))));

    assertThat(router("{}").holdsForeignToken(headers)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "Bearer apiauth_whatever, true",
    "bearer apiauth_whatever, true",
    "Basic YWxpY2U6YXBpYXV0aF93aGF0ZXZlcg==, true",
    "Bearer JWT_OF_PROVIDER, false",
    "Bearer PRODUCT_PAT, false",
    "Basic YXBpYXV0aF93aGF0ZXZlcjpzZWNyZXQ=, false",
    "JWT apiauth_whatever, false"
  })
  void andATokenOfThisServiceIsKnownInEveryMode(String authorization, boolean expected)
      throws IOException {
    var headers =
        HeaderFields.of(List.of(new HeaderField("Authorization", Tokens.named(authorization))));

    assertThat(router("{}").holdsApiToken(headers)).isEqualTo(expected);
  }

  private static Circumstances at(PathClass pathClass, String method) {
    return new Circumstances(
        pathClass, method, PATH, new ClientAddress.Unknown("nobody asked"), Instant.EPOCH);
  }

  private static CredentialRouter router(String credentials) throws IOException {
    CredentialsSpec accepted = YAML.readValue(credentials, CredentialsSpec.class);
    return new CredentialRouter(
        accepted,
        new PasswordRules(accepted.passwords(), List.of()),
        ProviderRoutes.byIssuer(Map.of(Tokens.OURS, Tokens.OURS)),
        SHAPES,
        PathPatterns.of(List.of()),
        new PayloadIssuer());
  }

  private static <T> T passed(Outcome<T> outcome) {
    return ((Outcome.Pass<T>) outcome).value();
  }

  private static Credential credential(String text) {
    String[] words = Tokens.named(text).split(" ", 2);
    return switch (words[0]) {
      case "none" -> Credential.NONE;
      case "bearer" -> new Credential.Bearer(words[1]);
      case "basic" -> basic(words[1]);
      case "key" -> new Credential.ApiKey(words[1]);
      case "parameters" -> new Credential.PasswordParameters(words[1]);
      case "signature" -> new Credential.ConsumerSignature(words[1], Optional.empty());
      case "jwt" -> new Credential.ConsumerToken(words[1]);
      default -> new Credential.UnknownScheme(words[0]);
    };
  }

  private static Credential basic(String pair) {
    int colon = pair.indexOf(':');
    return new Credential.Basic(pair.substring(0, colon), pair.substring(colon + 1));
  }
}
