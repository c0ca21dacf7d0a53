package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsDoNotPrintTheirSecrets {

  @ParameterizedTest
  @MethodSource("secrets")
  void whateverHoldsOne(Object holder) {
    assertThat(holder.toString()).doesNotContain("s3cret").isNotEmpty();
  }

  static Stream<Object> secrets() {
    return Stream.of(
        new Credential.Bearer("s3cret"),
        new Credential.Basic("alice", "s3cret"),
        new Credential.ApiKey("s3cret"),
        new Route.ToApiTokens("s3cret"),
        new Credential.ConsumerToken("s3cret"),
        new ProductCredential.PersonalAccessToken("s3cret"),
        new Route.ToProvider("https://sso.example.com", "s3cret"),
        new Route.ToProduct(new ProductCredential.PersonalAccessToken("s3cret")),
        AuthorizationHeader.read("Bearer s3cret"));
  }
}
