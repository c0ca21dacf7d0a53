package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryKindOfTokenIsIssuedOrDeclined {

  private final StandInNetwork network = StandInNetwork.open();

  @AfterAll
  void stop() {
    network.close();
  }

  /** What a provider has none of is not documented there, or cannot be told apart by anybody. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ENTRA_V2 | REVOKED OTHER_APPLICATION
          B2C      | REVOKED OTHER_APPLICATION GROUP_OVERAGE
          OKTA     | REVOKED OTHER_APPLICATION GROUP_OVERAGE
          COGNITO  | REVOKED OTHER_AUDIENCE GROUP_OVERAGE
          GOOGLE   | OTHER_AUDIENCE
          GITHUB   | EXPIRED OTHER_AUDIENCE OTHER_TENANT NO_USER ID_TOKEN
          SLACK    | OTHER_AUDIENCE ID_TOKEN GROUP_OVERAGE
          GITLAB   | OTHER_AUDIENCE OTHER_TENANT APP_ONLY ID_TOKEN GROUP_OVERAGE
          FACEBOOK | OTHER_AUDIENCE OTHER_TENANT ID_TOKEN GROUP_OVERAGE
          DISCORD  | OTHER_AUDIENCE OTHER_TENANT ID_TOKEN GROUP_OVERAGE
          """)
  void byProvider(HostedProvider which, String declined) {
    var provider = which.startIn(network);

    var none =
        Arrays.stream(TokenKind.values())
            .filter(kind -> provider.issue(kind, Person.alice()).isEmpty())
            .map(Enum::name)
            .collect(Collectors.joining(" "));

    assertThat(none).isEqualTo(declined);
  }
}
