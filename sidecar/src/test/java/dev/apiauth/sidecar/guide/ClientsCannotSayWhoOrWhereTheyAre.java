package dev.apiauth.sidecar.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.sidecar.scenario.Protected;
import dev.apiauth.sidecar.scenario.Scenario;
import dev.apiauth.testkit.product.record.SeenRequest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Header fields that say who or where the client is come from us or not at all (X1 to X3, X6). */
class ClientsCannotSayWhoOrWhereTheyAre {

  private static final String PATH = "/rest/api/2/project";
  private static final People PEOPLE = new People();
  private static final Protected JIRA =
      PEOPLE
          .trustedBy(Scenario.jira())
          .with("/spec/upstream/externalBaseURL", "https://jira.example.com")
          .with(
              "/spec/clientIP",
              "{type: XForwardedFor, xForwardedFor: {trustedCIDRs: [127.0.0.0/8]}}")
          .with("/spec/access/cidrs/allow", List.of("127.0.0.0/8", "203.0.113.0/24"))
          .start();

  @AfterAll
  static void stop() {
    JIRA.close();
    PEOPLE.close();
  }

  @BeforeEach
  void forget() {
    JIRA.product().forget();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(resources = "borrowed-fields.csv", numLinesToSkip = 1)
  void theProductNeverSeesAClientsWord(String field, String value) {
    send(field + ": " + value);

    SeenRequest seen = seen();
    assertThat(seen.actedAs()).isEqualTo("alice");
    assertThat(seen.headers())
        .noneSatisfy(line -> assertThat(plain(line.name())).isEqualTo(plain(field)));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "borrowed-fields.csv", numLinesToSkip = 1)
  void notEvenWithoutACredential(String field, String value) {
    new WireRequest("GET", "/secure/Dashboard.jspa", field + ": " + value, null).sendTo(JIRA);

    SeenRequest seen = seen();
    assertThat(seen.actedAs()).isEqualTo("anonymous");
    assertThat(seen.headers())
        .noneSatisfy(line -> assertThat(plain(line.name())).isEqualTo(plain(field)));
  }

  @Test
  void theOutsideIsThePolicys() {
    send(
        "X-Forwarded-For: 203.0.113.7",
        "X-Forwarded-Proto: http",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Port: 1");

    SeenRequest seen = seen();
    assertThat(seen.headers("X-Forwarded-For")).containsExactly("203.0.113.7");
    assertThat(seen.headers("X-Forwarded-Proto")).containsExactly("https");
    assertThat(seen.headers("X-Forwarded-Host")).containsExactly("jira.example.com");
    assertThat(seen.headers("X-Forwarded-Port")).containsExactly("443");
  }

  @ParameterizedTest
  @CsvFileSource(resources = "nominations.csv", numLinesToSkip = 1)
  void nominatingAFieldInConnectionTakesNoneOfOursAway(String nominated) {
    send("Connection: " + nominated, "X-Forwarded-For: 203.0.113.7", "X-Mine: 1");

    SeenRequest seen = seen();
    assertThat(seen.actedAs()).isEqualTo("alice");
    assertThat(seen.headers("Authorization")).hasSize(1);
    assertThat(seen.headers("X-Forwarded-For")).containsExactly("203.0.113.7");
    assertThat(seen.headers("X-Forwarded-Proto")).containsExactly("https");
    assertThat(seen.headers("X-Mine")).as("X3: the client's own is taken away").isEmpty();
  }

  @Test
  void whatTheProductNeedsStaysAsItCame() {
    String origin = "https://jira.example.com";
    send("Origin: " + origin, "Referer: " + origin + "/x", "User-Agent: Mozilla/5.0");

    SeenRequest seen = seen();
    assertThat(seen.headers("Origin")).containsExactly(origin);
    assertThat(seen.headers("Referer")).containsExactly(origin + "/x");
    assertThat(seen.headers("User-Agent")).containsExactly("Mozilla/5.0");
    assertThat(seen.headers("Host")).containsExactly("127.0.0.1:" + JIRA.sidecar().port());
  }

  private static void send(String... fields) {
    String lines =
        String.join("\\r\\n", fields) + "\\r\\nAuthorization: Bearer " + PEOPLE.tokenOf("alice");
    var answer = new WireRequest("GET", PATH, lines, null).sendTo(JIRA);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static SeenRequest seen() {
    assertThat(JIRA.reachedProduct()).hasSize(1);
    return JIRA.reachedProduct().getFirst();
  }

  /** Some servers do not tell {@code _} and {@code .} from {@code -} (X2). */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
  }
}
