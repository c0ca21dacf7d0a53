package dev.apiauth.sidecar.prove.jws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.token.JwsAlgorithm;
import dev.apiauth.policy.token.TokenHeader;
import dev.apiauth.sidecar.prove.Forge;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** J5 to J7, J12 to J14: one bad entry of a key set harms no other, and proves nothing. */
class WeakAndForeignKeysAreLeftOut {

  private static final Forge RSA = Forge.rsa("rsa");
  private static final Forge EC = Forge.ec("ec");

  @ParameterizedTest(name = "{1}: {0}")
  @CsvFileSource(resources = "broken-keys.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void aBrokenEntryHarmsNoOther(String entry, String check) {
    KeySet set = read(EC.jwk(), entry, RSA.jwk());

    assertThat(set.size()).isEqualTo(2);
    assertThat(set.complaints())
        .singleElement()
        .asString()
        .startsWith("key 2 is left out: ")
        .contains(check);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"use\":\"enc\"",
        ",\"use\":7",
        ",\"key_ops\":[\"encrypt\"]",
        ",\"key_ops\":[]",
        ",\"key_ops\":\"verify\"",
        ",\"alg\":\"RSA-OAEP\"",
        ",\"alg\":\"ES256\"",
        ",\"alg\":\"HS256\"",
        ",\"alg\":\"none\"",
        ",\"alg\":null",
        ",\"d\":\"AQAB\""
      })
  void aKeyForSomethingElseIsLeftOut(String members) {
    assertThat(read(RSA.jwk(members)).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"use\":\"sig\"",
        ",\"key_ops\":[\"sign\",\"verify\"]",
        ",\"alg\":\"PS384\"",
        ",\"x5c\":[\"broken\"],\"x5u\":\"https://attacker.example\"",
        ",\"ext\":true"
      })
  void aKeyForSignaturesIsKept(String members) {
    assertThat(read(RSA.jwk(members)).size()).isOne();
  }

  @Test
  void shortRsaKeysProveNothing() {
    assertThat(read(Forge.rsa("short", 1024).jwk()).complaints())
        .singleElement()
        .asString()
        .contains("1024 bits");
  }

  @Test
  void secretsAmongPublicKeysAreDropped() {
    KeySet mixed =
        read(RSA.jwk(), "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"" + "A".repeat(43) + "\"}");

    assertThat(mixed.size()).isOne();
    assertThat(mixed.complaints()).singleElement().asString().contains("J13");
    assertThat(mixed.select(header("s"), JwsAlgorithm.HS256))
        .isInstanceOf(KeySelection.Unknown.class);
  }

  @Test
  void twoKeysOfOneTypeUnderOneNameAreBothDropped() {
    KeySet ambiguous = read(Forge.rsa("same").jwk(), Forge.rsa("same").jwk(), EC.jwk());

    assertThat(ambiguous.size()).isOne();
    assertThat(ambiguous.complaints()).singleElement().asString().contains("J12");
  }

  @Test
  void theSameEntryTwiceIsOneKey() {
    assertThat(read(RSA.jwk(), RSA.jwk()).size()).isOne();
  }

  @Test
  void oneNameForTwoTypesIsResolvedByTheAlgorithm() {
    KeySet set = read(Forge.rsa("same").jwk(), Forge.ec("same").jwk());

    assertThat(set.select(header("same"), JwsAlgorithm.ES256))
        .isInstanceOf(KeySelection.Chosen.class);
    assertThat(set.select(header("same"), JwsAlgorithm.PS256))
        .isInstanceOf(KeySelection.Chosen.class);
    assertThat(set.select(header("same"), JwsAlgorithm.ES384))
        .isInstanceOf(KeySelection.Unfit.class);
  }

  @Test
  void aTokenWithoutKeyIdNeedsTheOnlyKeyThatFits() {
    var unnamed = new TokenHeader("RS256", Optional.empty(), Optional.empty());

    assertThat(read(RSA.jwk(), EC.jwk()).select(unnamed, JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Chosen.class);
    assertThat(read(RSA.jwk(), Forge.rsa("other").jwk()).select(unnamed, JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Unfit.class);
    assertThat(read(EC.jwk()).select(unnamed, JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Unknown.class);
  }

  @Test
  void inASetWithoutNamesATokensNameMeansNothing() {
    String nameless = RSA.jwk().replace("\"kid\":\"rsa\",", "");

    assertThat(read(nameless).select(header("any"), JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Chosen.class);
    assertThat(read(nameless, EC.jwk()).select(header("any"), JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Unknown.class);
  }

  @Test
  void namesAreComparedExactly() {
    assertThat(read(RSA.jwk()).select(header("RSA"), JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Unknown.class);
    assertThat(read(RSA.jwk()).select(header("rsa "), JwsAlgorithm.RS256))
        .isInstanceOf(KeySelection.Unknown.class);
  }

  @Test
  void aHundredEntriesAreRead() {
    String set = Forge.keySet(Collections.nCopies(150, "{\"kty\":\"?\"}").toArray(String[]::new));

    assertThat(KeySet.parse(set.getBytes(UTF_8)).orElseThrow().complaints()).hasSize(101);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":null}",
        "{\"Keys\":[]}",
        "<html>",
        "{\"keys\":[],\"keys\":[]}"
      })
  void whatIsNoKeySetIsNone(String text) {
    assertThat(KeySet.parse(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void nothingOfAKeyIsPrinted() {
    KeySet set =
        read(
            "{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA\"}");

    assertThat(set.size()).isOne();
    assertThat(set.toString() + set.complaints()).doesNotContain("c2VjcmV0");
  }

  private static KeySet read(String... jwks) {
    return KeySet.parse(Forge.keySet(jwks).getBytes(UTF_8)).orElseThrow();
  }

  private static TokenHeader header(String keyId) {
    return new TokenHeader("any", Optional.of(keyId), Optional.empty());
  }
}
