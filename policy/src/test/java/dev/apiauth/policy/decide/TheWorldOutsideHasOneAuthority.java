package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheWorldOutsideHasOneAuthority {

  @ParameterizedTest
  @CsvSource({
    "https://jira.example.com, https, jira.example.com, 443, jira.example.com",
    "https://jira.example.com:443, https, jira.example.com, 443, jira.example.com",
    "https://jira.example.com:8443, https, jira.example.com, 8443, jira.example.com:8443",
    "https://jira.example.com:80, https, jira.example.com, 80, jira.example.com:80",
    "http://jira.example.com, http, jira.example.com, 80, jira.example.com",
    "HTTP://jira.example.com:80, http, jira.example.com, 80, jira.example.com"
  })
  void withThePortThatItsSchemeImplies(
      String url, String scheme, String host, int port, String authority) {
    var base = ExternalBase.parse(url);

    assertThat(base).isEqualTo(new ExternalBase(scheme, host, port));
    assertThat(base.authority()).isEqualTo(authority);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jira.example.com", "", "https://jira.example.com:x"})
  void orIsAMistake(String text) {
    assertThatThrownBy(() -> ExternalBase.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
