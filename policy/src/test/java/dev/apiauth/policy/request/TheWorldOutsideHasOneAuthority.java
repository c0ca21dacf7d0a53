package dev.apiauth.policy.request;

import static org.assertj.core.api.Assertions.assertThat;

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
    "https://jira.example.com/, https, jira.example.com, 443, jira.example.com",
    "HTTP://jira.example.com:80, http, jira.example.com, 80, jira.example.com"
  })
  void withThePortThatItsSchemeImplies(
      String url, String scheme, String host, int port, String authority) {
    var expected = new ExternalBase(scheme, host, port);

    assertThat(ExternalBase.parse(url)).isEqualTo(Parsed.value(expected));
    assertThat(expected.authority()).isEqualTo(authority);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jira.example.com",
        "",
        "ftp://jira.example.com",
        "https://jira.example.com:x",
        "https://jira.example.com:0",
        "https://jira.example.com:65536",
        "https://jira.example.com/jira",
        "https://me@jira.example.com",
        "https://"
      })
  void orIsAMistake(String text) {
    assertThat(ExternalBase.parse(text)).isInstanceOf(Parsed.Malformed.class);
  }
}
