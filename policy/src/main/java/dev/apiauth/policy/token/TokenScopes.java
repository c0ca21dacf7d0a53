package dev.apiauth.policy.token;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The scopes that a token was granted: {@code scope} (RFC 9068, section 2.2.3) and {@code scp}
 * (Entra ID, Okta), or where else a provider's answer has them; each either a string of names with
 * spaces between them or an array of strings.
 */
public final class TokenScopes {

  private static final List<String> CLAIMS = List.of("scope", "scp");

  private TokenScopes() {}

  /** All scopes of the token, by the usual claims and by this one; empty where it names none. */
  public static Set<String> of(TokenClaims claims, ClaimPath claim) {
    var scopes = new HashSet<String>();
    CLAIMS.forEach(name -> claims.get(name).flatMap(TokenScopes::names).ifPresent(scopes::addAll));
    claims.at(claim).flatMap(TokenScopes::names).ifPresent(scopes::addAll);
    scopes.remove("");
    return Set.copyOf(scopes);
  }

  private static Optional<List<String>> names(JsonValue value) {
    return value.string().map(text -> Arrays.asList(text.split(" ", -1))).or(value::strings);
  }
}
