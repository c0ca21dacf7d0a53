package dev.apiauth.policy.credential;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds OAuth 1.0a signatures (RFC 5849, section 3.5): in the header, the query or a form. A
 * request that has any of the protocol's parameters counts as one; whether the signature is right
 * only the product can tell.
 */
final class ConsumerSignatures {

  private static final String CONSUMER = "oauth_consumer_key";
  private static final String REQUESTOR = "xoauth_requestor_id";
  private static final Pattern FIELD = Pattern.compile("([A-Za-z0-9_]+)=\"([^\"]*)\"");

  private ConsumerSignatures() {}

  /** The signature in the part of the Authorization header behind the scheme. */
  static Outcome<Credential> inHeader(String fields) {
    var consumers = new ArrayList<String>();
    Matcher matcher = FIELD.matcher(fields);
    while (matcher.find()) {
      if (matcher.group(1).equals(CONSUMER))
        consumers.addAll(Parameters.parse("k=" + matcher.group(2)).all("k"));
    }
    return consumers.size() == 1
        ? Outcome.pass(new Credential.ConsumerSignature(consumers.getFirst(), Optional.empty()))
        : Outcome.refuse(Reason.MALFORMED_CREDENTIAL);
  }

  /** The signature in parameters, if one of them belongs to the protocol. */
  static Optional<Credential> inParameters(Parameters parameters) {
    boolean signed =
        parameters.first(CONSUMER).isPresent() || parameters.first("oauth_signature").isPresent();
    return signed
        ? Optional.of(
            new Credential.ConsumerSignature(
                parameters.first(CONSUMER).orElse(""), Optional.empty()))
        : Optional.empty();
  }

  /**
   * Whom the application wants to act as; the parameter stands outside the signature's own place.
   */
  static Credential withRequestor(Credential credential, Parameters query, Parameters form) {
    if (!(credential
        instanceof Credential.ConsumerSignature(String consumer, Optional<String> none)))
      return credential;
    Optional<String> requestor =
        none.or(() -> query.first(REQUESTOR))
            .or(() -> form.first(REQUESTOR))
            .or(() -> query.first("user_id"))
            .or(() -> form.first("user_id"));
    return new Credential.ConsumerSignature(consumer, requestor);
  }
}
