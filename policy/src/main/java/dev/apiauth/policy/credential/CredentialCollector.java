package dev.apiauth.policy.credential;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.HeaderFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the one credential of a request, in every place where the product would look for one: the
 * Authorization header, the query and a form; and in the header field for API tokens, which is
 * ours.
 */
public final class CredentialCollector {

  /**
   * The credential, or {@link Credential#NONE}.
   *
   * <p>Refuses with {@link Reason#TWO_CREDENTIALS} when different ones are presented (RFC 6750,
   * section 2), since the product might choose the other, with {@link Reason#TOKEN_IN_URI} when a
   * token stands in query or form (B8), with {@link Reason#API_TOKEN_MISSING} when the header field
   * for API tokens is empty (K5), and with {@link Reason#MALFORMED_MESSAGE} when the parameters may
   * be spelled in other octets than ASCII's.
   *
   * @param headers at most one of them is Authorization
   * @param tokenHeader the header field for API tokens, where the policy names one
   * @param query the parameters of the request target
   * @param form the parameters of the body, where it is a form
   */
  public Outcome<Credential> collect(
      HeaderFields headers, Optional<String> tokenHeader, Parameters query, Parameters form) {
    List<String> keys = tokenHeader.map(headers::all).orElse(List.of());
    Outcome<Credential> elsewhere = elsewhere(headers, query, form);
    return keys.isEmpty() ? elsewhere : elsewhere.then(found -> withKeys(found, keys));
  }

  /** The same token in two places is one credential. */
  private static Outcome<Credential> withKeys(Credential elsewhere, List<String> keys) {
    if (keys.stream().anyMatch(String::isBlank)) return Outcome.refuse(Reason.API_TOKEN_MISSING);
    String key = keys.getFirst();
    boolean same = keys.stream().allMatch(key::equals) && isSame(elsewhere, key);
    return same ? Outcome.pass(new Credential.ApiKey(key)) : Outcome.refuse(Reason.TWO_CREDENTIALS);
  }

  private static boolean isSame(Credential elsewhere, String key) {
    return switch (elsewhere) {
      case Credential.None none -> true;
      case Credential.Bearer(String token) -> token.equals(key);
      case Credential.Basic(String username, String password) -> password.equals(key);
      default -> false;
    };
  }

  private static Outcome<Credential> elsewhere(
      HeaderFields headers, Parameters query, Parameters form) {
    Optional<String> authorization = headers.first("Authorization");
    if (query.list().isEmpty() && form.list().isEmpty()) {
      return authorization
          .map(AuthorizationHeader::read)
          .orElseGet(() -> Outcome.pass(Credential.NONE));
    }
    if (!ParameterCharset.isReadable(headers)) {
      return Outcome.refuse(
          Reason.MALFORMED_MESSAGE, "its parameters are in a character set that is not read here");
    }
    if (hasToken(query) || hasToken(form)) return Outcome.refuse(Reason.TOKEN_IN_URI);
    var found = new LinkedHashSet<Credential>(inParameters(query));
    found.addAll(inParameters(form));
    if (authorization.isEmpty()) return single(found, query, form);
    return AuthorizationHeader.read(authorization.get())
        .then(
            inHeader -> {
              found.add(inHeader);
              return single(found, query, form);
            });
  }

  private static Outcome<Credential> single(
      Set<Credential> found, Parameters query, Parameters form) {
    if (found.size() > 1) return Outcome.refuse(Reason.TWO_CREDENTIALS);
    return found.stream()
        .findFirst()
        .map(one -> ConsumerSignatures.withRequestor(one, query, form))
        .orElseGet(() -> Outcome.pass(Credential.NONE));
  }

  private static boolean hasToken(Parameters parameters) {
    return parameters.first("access_token").isPresent();
  }

  private static List<Credential> inParameters(Parameters parameters) {
    if (parameters.list().isEmpty()) return List.of();
    var found = new ArrayList<Credential>();
    found.addAll(passwords(parameters));
    found.addAll(ConsumerSignatures.inParameters(parameters));
    parameters.all("jwt").stream().map(Credential.ConsumerToken::new).forEach(found::add);
    return found;
  }

  private static List<Credential> passwords(Parameters parameters) {
    List<String> usernames = parameters.all("os_username");
    if (usernames.isEmpty() && parameters.first("os_password").isPresent()) {
      return List.of(new Credential.PasswordParameters(""));
    }
    return usernames.stream().<Credential>map(Credential.PasswordParameters::new).toList();
  }
}
