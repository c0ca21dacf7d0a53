package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.apiauth.testkit.idp.HttpReply;
import dev.apiauth.testkit.idp.SigningKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A service account with domain-wide delegation, and the token endpoint that knows its key
 * (developers.google.com/identity: "Using OAuth 2.0 for Server to Server Applications").
 */
final class GoogleServiceAccount {

  static final String EMAIL = "apiauth@standin-project.iam.gserviceaccount.com";

  /** Whom the assertion must name in {@code sub}: an administrator of the Workspace. */
  static final String ADMINISTRATOR = "admin@example.com";

  private static final String TOKEN_URI = "https://oauth2.googleapis.com/token";
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String SCOPES = "https://www.googleapis.com/auth/admin.directory.group.";
  private static final Set<String> DELEGATED =
      Set.of(SCOPES + "readonly", SCOPES + "member.readonly");
  private static final Duration LONGEST = Duration.ofHours(1);

  private final InstantSource clock;
  private final SigningKey key = SigningKey.of("RS256");
  private final OpaqueTokens tokens;
  private volatile Set<String> delegated = DELEGATED;

  GoogleServiceAccount(InstantSource clock) {
    this.clock = clock;
    this.tokens = OpaqueTokens.on(clock);
  }

  /** Its numeric id, which is the {@code aud} of its own tokens. */
  String uniqueId() {
    return StableId.digits(EMAIL, 18) + "117";
  }

  void withdrawDelegation() {
    delegated = Set.of();
  }

  /** What stands behind a token of the account: the scopes, and as tenant whom it acts as. */
  Optional<Grant> live(String token) {
    return tokens.live(token);
  }

  /** The key file as the console hands it out. */
  ClientSecret keyFile() {
    var json =
        HttpReply.json(
                Map.ofEntries(
                    entry("type", "service_account"),
                    entry("project_id", "standin-project"),
                    entry("private_key_id", key.kid()),
                    entry("private_key", key.privateKeyPem()),
                    entry("client_email", EMAIL),
                    entry("client_id", uniqueId()),
                    entry("token_uri", TOKEN_URI),
                    entry("universe_domain", "googleapis.com")))
            .body();
    return new ClientSecret(EMAIL, json);
  }

  /** The token endpoint. */
  HttpReply token(Call call) {
    if (!GRANT.equals(call.form().get("grant_type"))) {
      return failure(400, "unsupported_grant_type", "Invalid grant_type: ");
    }
    try {
      return granted(SignedJWT.parse(call.form().getOrDefault("assertion", "")));
    } catch (ParseException e) {
      return failure(400, "invalid_grant", "Bad Request");
    }
  }

  private HttpReply granted(SignedJWT assertion) throws ParseException {
    var claims = assertion.getJWTClaimsSet();
    if (!EMAIL.equals(claims.getIssuer())) {
      return failure(400, "invalid_grant", "Invalid grant: account not found");
    }
    if (!isSigned(assertion)) {
      return failure(400, "invalid_grant", "Invalid JWT Signature.");
    }
    if (!isTimely(claims) || !claims.getAudience().contains(TOKEN_URI)) {
      return failure(
          400,
          "invalid_grant",
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.");
    }
    var scopes =
        Arrays.asList(Optional.ofNullable(claims.getStringClaim("scope")).orElse("").split(" "));
    var impersonated = Optional.ofNullable(claims.getSubject());
    if (impersonated.isPresent() && !delegated.containsAll(scopes)) {
      return failure(
          401,
          "unauthorized_client",
          "Client is unauthorized to retrieve access tokens using this method, or client not"
              + " authorized for any of the scopes requested.");
    }
    return HttpReply.json(
        Map.of(
            "access_token",
            newToken(scopes, impersonated.orElse(EMAIL)),
            "expires_in",
            LONGEST.toSeconds() - 1,
            "token_type",
            "Bearer"));
  }

  private boolean isSigned(SignedJWT assertion) {
    try {
      return assertion.verify(new RSASSAVerifier((RSAPublicKey) key.keys().getPublic()));
    } catch (JOSEException e) {
      return false;
    }
  }

  private boolean isTimely(JWTClaimsSet claims) {
    if (claims.getIssueTime() == null || claims.getExpirationTime() == null) {
      return false;
    }
    var issued = claims.getIssueTime().toInstant();
    var ends = claims.getExpirationTime().toInstant();
    return clock.instant().isBefore(ends)
        && issued.isBefore(clock.instant().plusSeconds(60))
        && Duration.between(issued, ends).compareTo(LONGEST) <= 0;
  }

  private String newToken(List<String> scopes, String actsAs) {
    var grant = Grant.of(Person.bob(), uniqueId(), actsAs, scopes, clock.instant());
    return tokens.issue("ya29.c.", 180, grant.withoutPerson());
  }

  private static HttpReply failure(int status, String error, String description) {
    return HttpReply.json(status, Map.of("error", error, "error_description", description));
  }
}
