package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Company;
import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.testkit.scenario.Client.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide's first promise, for each product: a good token gives 200, as the token's user. */
class TheGuidesCallsRunAsTheTokensUser {

  @ParameterizedTest
  @EnumSource(GuideProduct.class)
  void withOrWithoutASlashAtTheEnd(GuideProduct product) {
    try (var guarded = product.scenario().start()) {
      String byPage = Company.realm().tokenByAuthorizationCode("alice");
      String byApplication = Company.realm().tokenOfClient("ci-bot");

      runsAs("alice", guarded, product.call(), byPage);
      runsAs("alice", guarded, product.call() + "/", byPage);
      runsAs("svc-ci", guarded, product.call(), byApplication);
      runsAs("svc-ci", guarded, product.call() + "/", byApplication);
    }
  }

  private static void runsAs(String user, Protected guarded, String path, String token) {
    guarded.product().forget();
    Answer answer = guarded.client().get(path).bearer(token).send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(guarded.reachedProduct())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.actedAs()).isEqualTo(user);
              assertThat(seen.requestUri()).isEqualTo(path);
              assertThat(seen.headers("Authorization"))
                  .as("O3: the provider's token stays here")
                  .singleElement()
                  .isNotEqualTo("Bearer " + token);
            });
  }
}
