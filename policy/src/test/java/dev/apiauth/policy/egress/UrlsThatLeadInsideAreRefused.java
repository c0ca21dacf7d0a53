package dev.apiauth.policy.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.egress.EgressVerdict.Admitted;
import dev.apiauth.policy.egress.EgressVerdict.Refused;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 5-security 4.4: the author of a resource cannot point the product at the inside of the cluster.
 * Nothing is resolved or contacted here.
 */
class UrlsThatLeadInsideAreRefused {

  private final EgressRules closed = new EgressRules(EgressAllowance.none());

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void asTheyStand(String url) {
    assertThat(closed.check(url)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void norByHttps(String url) {
    assertThat(closed.check(url.replaceFirst("^[a-z0]+:", "https:").replace(":80", "")))
        .isInstanceOf(Refused.class);
  }

  /**
   * The spellings whose point is the host stay refused where the installation opened much: no CIDR
   * opens an odd spelling.
   */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "odd-hosts.csv", numLinesToSkip = 1)
  void noCidrOpensAnOddSpelling(String url, String why) {
    var open =
        new EgressRules(
            EgressAllowance.of(List.of("127.0.0.0/8", "10.0.0.0/8", "169.254.0.0/16", "::1/128")));

    assertThat(closed.check(url)).as(why).isInstanceOf(Refused.class);
    assertThat(open.check(url)).as(why).isInstanceOf(Refused.class);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "admitted-urls.csv", numLinesToSkip = 1)
  void anOrdinaryUrlIsAdmitted(String url, String origin, String target) {
    assertThat(closed.check(url)).isInstanceOf(Admitted.class);
    var admitted = ((Admitted) closed.check(url)).url();
    assertThat(admitted.origin()).isEqualTo(origin);
    assertThat(admitted.target()).isEqualTo(target);
  }

  @Test
  void noTextIsMoreThanRefused() {
    var random = new Random(11);
    for (int change = 0; change < 50_000; change++) {
      var url = new StringBuilder("https://[2606:4700::1.2.3.4]:8443/a?b");
      for (int edit = random.nextInt(4); edit >= 0; edit--) {
        url.setCharAt(8 + random.nextInt(url.length() - 8), (char) (0x20 + random.nextInt(0x60)));
      }
      assertThat(closed.check(url.toString())).isNotNull();
    }
  }

  @Test
  void aUrlIsBounded() {
    assertThat(closed.check("https://idp.example/" + "a".repeat(2028)))
        .isInstanceOf(Admitted.class);
    assertThat(closed.check("https://idp.example/" + "a".repeat(2029))).isInstanceOf(Refused.class);
  }

  @Test
  void aRefusalNamesTheMendAndNoSecret() {
    assertThat(because("http://idp.corp.example/keys"))
        .isEqualTo(
            "is plain http, which the installation opens by the entry http://idp.corp.example:80 in"
                + " egress.allow");
    assertThat(because("https://10.1.2.3/keys"))
        .isEqualTo(
            "leads to a private address, which the installation opens by its CIDR in egress.allow");
    assertThat(because("https://user:hunter2@idp.example/")).doesNotContain("hunter2");
  }

  private String because(String url) {
    return ((Refused) closed.check(url)).because();
  }

  static Stream<String> spellings() throws IOException {
    JsonNode vectors =
        new ObjectMapper()
            .readTree(SharedVectors.file("payloads-all-the-things/ssrf-urls.json").toFile());
    var urls =
        StreamSupport.stream(vectors.get("urls").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    assertThat(urls).hasSize(38);
    return urls.stream();
  }
}
