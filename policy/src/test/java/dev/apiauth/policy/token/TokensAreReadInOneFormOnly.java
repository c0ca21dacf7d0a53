package dev.apiauth.policy.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J1 to J3, J9, J10, J12, J15, J20: the form of a token, before anything is believed of it. */
class TokensAreReadInOneFormOnly {

  private static final int LIMIT = 16 * 1024;
  private static final String HEADER = encode("{\"alg\":\"RS256\",\"kid\":\"k1\"}");
  private static final String PAYLOAD = encode("{\"iss\":\"https://idp.example\"}");

  @Test
  void aPlainTokenIsRead() {
    var read = CompactJws.read(HEADER + "." + PAYLOAD + ".AAAA", LIMIT);

    assertThat(read).isInstanceOf(Outcome.Pass.class);
    var token = ((Outcome.Pass<CompactJws>) read).value();
    assertThat(token.header().algorithm()).isEqualTo("RS256");
    assertThat(token.header().keyId()).contains("k1");
    assertThat(token.claimedIssuer()).contains("https://idp.example");
    assertThat(token.signingInput()).isEqualTo((HEADER + "." + PAYLOAD).getBytes(UTF_8));
    assertThat(token.toString()).doesNotContain("idp.example");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "token-forms.csv", numLinesToSkip = 1)
  void anotherFormIsMalformed(String what, String check, String form) {
    String token =
        form.replace("H", HEADER)
            .replace("P", PAYLOAD)
            .replace("S", "AAAA")
            .replace("\\n", "\n")
            .replace("\\t", "\t");

    assertMalformed(CompactJws.read(token, LIMIT), check);
  }

  @ParameterizedTest(name = "{1} {0}")
  @CsvFileSource(resources = "token-headers.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void anotherHeaderIsMalformed(String header, String check) {
    assertMalformed(CompactJws.read(encode(header) + "." + PAYLOAD + ".AAAA", LIMIT), check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwk", "jku", "x5u", "x5c", "x5t", "x5t#S256"})
  void keysThatTheHeaderBringsAreNotCarriedOn(String member) {
    String header =
        "{\"alg\":\"RS256\",\"%s\":\"https://attacker.example/keys\"}".formatted(member);

    var read = CompactJws.read(encode(header) + "." + PAYLOAD + ".AAAA", LIMIT);

    assertThat(((Outcome.Pass<CompactJws>) read).value().header().toString())
        .doesNotContain("attacker");
  }

  @Test
  void anEmptyPayloadIsNoToken() {
    assertMalformed(CompactJws.read(HEADER + "..AAAA", LIMIT).then(CompactJws::claims), "J16");
  }

  @Test
  void lengthIsBounded() {
    String token = HEADER + "." + "A".repeat(LIMIT) + ".AAAA";

    assertMalformed(CompactJws.read(token, LIMIT), "J20");
    assertMalformed(
        CompactJws.read(
            encode("{\"alg\":\"RS256\",\"a\":\"" + "a".repeat(8192) + "\"}") + ".AA.AA", LIMIT),
        "J3");
    assertMalformed(
        CompactJws.read(
            encode("{\"alg\":\"RS256\",\"kid\":\"" + "k".repeat(257) + "\"}") + ".AA.AA", LIMIT),
        "J12");
  }

  @Test
  void noSpellingOfNoneIsAnAlgorithm() {
    assertThat(JwsAlgorithm.named("none")).isEmpty();
    assertThat(JwsAlgorithm.named("None")).isEmpty();
    assertThat(JwsAlgorithm.named("NONE")).isEmpty();
    assertThat(JwsAlgorithm.named("rs256")).isEmpty();
    assertThat(JwsAlgorithm.named("ED25519")).isEmpty();
    assertThat(JwsAlgorithm.named("")).isEmpty();
    assertThat(JwsAlgorithm.ASYMMETRIC).noneMatch(algorithm -> algorithm.name().startsWith("HS"));
  }

  private static void assertMalformed(Outcome<?> read, String check) {
    assertThat(Answers.of(read)).isEqualTo("token_malformed");
    assertThat(Answers.finding(read)).startsWith(check);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }
}
