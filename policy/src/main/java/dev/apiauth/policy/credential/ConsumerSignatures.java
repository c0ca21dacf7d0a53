package dev.apiauth.policy.credential;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds OAuth 1.0a signatures (RFC 5849, section 3.5): in the header, the query or a form. A
 * request that names a consumer or has a signature counts as one; whether the signature is right
 * only the product can tell. A lone {@code oauth_token} does not: it stands in the address of the
 * page on which a person approves an application (section 2.2).
 */
final class ConsumerSignatures {

  private static final String CONSUMER = "oauth_consumer_key";

  /** The parameter of today and the deprecated one, which the products still read. */
  private static final List<String> REQUESTORS = List.of("xoauth_requestor_id", "user_id");

  /** One field behind the one before it, so that nothing can stand between two of them. */
  private static final Pattern FIELD =
      Pattern.compile("\\G[ \\t]*([A-Za-z0-9_.~-]+)=\"([^\"]*)\"[ \\t]*(?:,|$)");

  private ConsumerSignatures() {}

  /**
   * The signature in the part of the Authorization header behind the scheme (RFC 5849, section
   * 3.5.1). Refuses with {@link Reason#MALFORMED_CREDENTIAL} what is spelled otherwise, or names no
   * consumer or several: the product might read another one.
   */
  static Outcome<Credential> inHeader(String fields) {
    var consumers = new ArrayList<String>();
    Matcher matcher = FIELD.matcher(fields);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
      if (matcher.group(1).equals(CONSUMER))
        consumers.addAll(Parameters.parse("k=" + matcher.group(2)).all("k"));
    }
    return end == fields.length() && consumers.size() == 1
        ? Outcome.pass(signature(consumers.getFirst()))
        : Outcome.refuse(Reason.MALFORMED_CREDENTIAL);
  }

  /** A credential for every consumer that parameters name; one without name for a signature. */
  static List<Credential> inParameters(Parameters parameters) {
    List<String> consumers = parameters.all(CONSUMER);
    if (consumers.isEmpty() && parameters.first("oauth_signature").isPresent()) {
      return List.of(signature(""));
    }
    return consumers.stream().map(ConsumerSignatures::signature).toList();
  }

  /**
   * Whom the application wants to act as; the parameter stands outside the signature's own place.
   * Refuses with {@link Reason#TWO_CREDENTIALS} where more than one user is named, since the
   * product might choose the other.
   */
  static Outcome<Credential> withRequestor(
      Credential credential, Parameters query, Parameters form) {
    if (!(credential
        instanceof Credential.ConsumerSignature(String consumer, Optional<String> none)))
      return Outcome.pass(credential);
    List<String> requestors =
        Stream.of(query, form)
            .flatMap(where -> REQUESTORS.stream().flatMap(name -> where.all(name).stream()))
            .distinct()
            .toList();
    return requestors.size() > 1
        ? Outcome.refuse(Reason.TWO_CREDENTIALS)
        : Outcome.pass(
            new Credential.ConsumerSignature(consumer, none.or(requestors.stream()::findFirst)));
  }

  private static Credential signature(String consumer) {
    return new Credential.ConsumerSignature(consumer, Optional.empty());
  }
}
