package dev.apiauth.testkit.idp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgedTokensAreWhatTheySay {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final SigningKey KEY = SigningKey.of("RS256");

  private final TokenForge forge =
      new TokenForge("https://idp.example", KEY, InstantSource.fixed(NOW));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
      })
  void anHonestTokenVerifiesWithThePublishedKey(String algorithm) throws Exception {
    var key = SigningKey.of(algorithm);
    var token = forge.with(key).accessToken().sign();

    assertThat(verifies(token, key)).isTrue();
    assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(key.publicJwk().getKeyID());
    assertThat(key.publicJwk().isPrivate()).isFalse();
  }

  @Test
  void anAccessTokenSaysWhatRfc9068Wants() throws ParseException {
    var token =
        SignedJWT.parse(
            forge
                .accessToken()
                .subject("bob")
                .audience("jira", "confluence")
                .expiresIn(Duration.ofSeconds(90))
                .sign());

    assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
    assertThat(token.getJWTClaimsSet().toJSONObject())
        .containsEntry("iss", "https://idp.example")
        .containsEntry("sub", "bob")
        .containsEntry("aud", List.of("jira", "confluence"))
        .containsEntry("client_id", "guide")
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 90)
        .containsKey("jti");
  }

  @Test
  void aDraftCanBeChangedWithoutChangingItsSource() throws ParseException {
    var draft = forge.accessToken();
    var other = draft.subject("bob").withoutKid().header("crit", List.of("x")).claim("a", null);

    assertThat(header(draft.sign())).containsKey("kid").doesNotContainKey("crit");
    assertThat(header(other.sign())).doesNotContainKey("kid").containsEntry("crit", List.of("x"));
    assertThat(SignedJWT.parse(draft.sign()).getJWTClaimsSet().getSubject()).isEqualTo("alice");
  }

  @Test
  void tamperedAndBrokenTokensDoNotVerify() throws Exception {
    var attack = forge.accessToken().attack();

    assertThat(verifies(attack.tampered(), KEY)).isFalse();
    assertThat(SignedJWT.parse(attack.tampered()).getJWTClaimsSet().getSubject())
        .isEqualTo("admin");
    assertThat(verifies(attack.brokenSignature(), KEY)).isFalse();
    assertThat(verifies(attack.signature(new byte[256]), KEY)).isFalse();
  }

  @Test
  void anotherKeyUnderTheSameNameDoesNotVerify() throws Exception {
    var other = SigningKey.of("RS256").named(KEY.kid());

    assertThat(verifies(forge.accessToken().signedBy(other).sign(), KEY)).isFalse();
  }

  @Test
  void anUnsecuredTokenHasThreePartsAndTheLastIsEmpty() {
    var token = forge.accessToken().attack().unsecured("nOnE");

    assertThat(token.split("\\.", -1)).hasSize(3).endsWith("");
    assertThat(header(token)).containsEntry("alg", "nOnE");
  }

  @Test
  void aVerifierThatTakesTheAlgorithmFromTheTokenWouldFallForThePublicKeyAsSecret()
      throws Exception {
    var token = JWSObject.parse(forge.accessToken().attack().publicKeyAsSecret());

    assertThat(token.verify(new MACVerifier(KEY.keys().getPublic().getEncoded()))).isTrue();
  }

  @Test
  void theOtherSpellingOfASignatureDecodesToTheSameBytes() throws ParseException {
    var draft = forge.accessToken();
    var honest = draft.sign();
    var other = draft.attack().signatureInAnotherSpelling();

    assertThat(other).isNotEqualTo(honest);
    assertThat(JWSObject.parse(other).getSignature().decode())
        .isEqualTo(JWSObject.parse(honest).getSignature().decode());
    assertThatThrownBy(
            () ->
                forge
                    .with(SigningKey.of("ES512"))
                    .accessToken()
                    .attack()
                    .signatureInAnotherSpelling())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rawTextsAreSignedAsTheyAre() {
    var attack = forge.accessToken().attack();
    var token = attack.rawPayload("{\"sub\":\"alice\",\"sub\":\"admin\"}");

    assertThat(part(token, 1)).isEqualTo("{\"sub\":\"alice\",\"sub\":\"admin\"}");
    assertThat(part(attack.rawHeader("[]"), 0)).isEqualTo("[]");
  }

  @Test
  void aTokenThatBringsItsOwnKeyIsSignedByIt() {
    var token = forge.accessToken().signedBy(SigningKey.of("ES256")).attack().ownKeyInHeader();

    assertThat(header(token).get("jwk")).asString().contains("P-256");
  }

  private static boolean verifies(String token, SigningKey key) throws Exception {
    var jws = JWSObject.parse(token);
    return switch (key.publicJwk()) {
      case RSAKey rsa -> verifies(jws, rsa.toRSAPublicKey());
      case ECKey ec -> verifies(jws, ec.toECPublicKey());
      case OctetKeyPair edwards -> verifiesEdwards(jws, edwards);
      default -> throw new AssertionError();
    };
  }

  private static boolean verifies(JWSObject jws, Key key) throws JOSEException {
    return jws.verify(new DefaultJWSVerifierFactory().createJWSVerifier(jws.getHeader(), key));
  }

  private static boolean verifiesEdwards(JWSObject jws, OctetKeyPair jwk)
      throws GeneralSecurityException {
    byte[] little = jwk.getDecodedX();
    boolean odd = (little[31] & 0x80) != 0;
    byte[] big = new byte[32];
    for (int i = 0; i < 32; i++) {
      big[31 - i] = little[i];
    }
    big[0] &= 0x7f;
    var point = new EdECPoint(odd, new BigInteger(1, big));
    var signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point)));
    signature.update(jws.getSigningInput());
    return signature.verify(jws.getSignature().decode());
  }

  private static Map<String, Object> header(String token) {
    try {
      return JSONObjectUtils.parse(part(token, 0));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(String token, int index) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8);
  }
}
