package dev.apiauth.testkit.idp;

import com.nimbusds.jose.util.Base64URL;

/** Tokens that no verifier may accept, made from a draft that would be accepted. */
public final class TokenAttack {

  private final TokenDraft draft;
  private final SigningKey key;

  TokenAttack(TokenDraft draft, SigningKey key) {
    this.draft = draft;
    this.key = key;
  }

  /** {@code alg: none} and an empty signature (RFC 8725, section 2.1; J4). */
  public String unsecured() {
    return unsecured("none");
  }

  /** The same in another spelling, such as {@code None} or {@code nOnE}. */
  public String unsecured(String spelling) {
    var none = draft.header("alg", spelling);
    return CompactToken.input(none.headerJson(), none.payloadJson()) + ".";
  }

  /** {@code alg: HS256}, with the public key as the shared secret (J4). */
  public String publicKeyAsSecret() {
    var input = CompactToken.input(draft.header("alg", "HS256").headerJson(), draft.payloadJson());
    return CompactToken.of(input, JwsSignature.hmacWithPublicKey(input, key.keys().getPublic()));
  }

  /** Correctly signed, then the subject replaced by {@code admin}. */
  public String tampered() {
    var admin = CompactToken.input(draft.headerJson(), draft.subject("admin").payloadJson());
    return CompactToken.of(admin, signature());
  }

  /** One bit of the signature is another one. */
  public String brokenSignature() {
    byte[] broken = signature();
    broken[broken.length / 2] ^= 1;
    return signature(broken);
  }

  /** These bytes in place of the signature, such as zeros (J8, CVE-2022-21449). */
  public String signature(byte[] bytes) {
    return CompactToken.of(input(), bytes);
  }

  /** Header and payload without a signature, ending in a dot; {@code alg} promises one. */
  public String withoutSignature() {
    return input() + ".";
  }

  /** Signed over a header of exactly this text: duplicate members, no JSON at all (J3). */
  public String rawHeader(String header) {
    return CompactToken.signed(header, draft.payloadJson(), key);
  }

  /** Signed over a payload of exactly this text: duplicate claims, an array, no JSON (J16). */
  public String rawPayload(String payload) {
    return CompactToken.signed(draft.headerJson(), payload, key);
  }

  /** Names its own key in the header (J11): {@code jwk} holds the key that signed it. */
  public String ownKeyInHeader() {
    return draft.header("jwk", key.publicJwk().toJSONObject()).sign();
  }

  /**
   * The signature with unused trailing bits that are not zero: the same bytes, another text (J2).
   *
   * @throws IllegalStateException for ES512, whose 132 bytes leave no bits unused
   */
  public String signatureInAnotherSpelling() {
    if (signature().length % 3 == 0) {
      throw new IllegalStateException("no unused bits in a signature by " + key.algorithm());
    }
    var spelled = Base64URL.encode(signature()).toString();
    var alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = alphabet.indexOf(spelled.charAt(spelled.length() - 1));
    return input() + "." + spelled.substring(0, spelled.length() - 1) + alphabet.charAt(last + 1);
  }

  private byte[] signature() {
    return JwsSignature.of(input(), key);
  }

  private String input() {
    return CompactToken.input(draft.headerJson(), draft.payloadJson());
  }
}
