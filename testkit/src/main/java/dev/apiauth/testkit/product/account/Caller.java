package dev.apiauth.testkit.product.account;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * As whom the product carries out a request, and what convinced it.
 *
 * <p>The first filter that recognises somebody wins; whatever else the request carries is not
 * looked at any more. That is why a session beats a token.
 *
 * @param person absent: anonymous
 */
public record Caller(Optional<Person> person, Means means) {

  /** What a request was recognised by. */
  public enum Means {
    NOTHING,
    REQUEST_PARAMETERS,
    SESSION,
    REMEMBER_ME,
    ACCESS_TOKEN,
    OAUTH_2,
    BASIC,
    OAUTH_1,
    APPLICATION_LINK,

    /** Of a single Git LFS transfer. */
    TRANSFER_TOKEN
  }

  private static final String ATTRIBUTE = Caller.class.getName();
  private static final Caller ANONYMOUS = new Caller(Optional.empty(), Means.NOTHING);

  /** Who was recognised so far. */
  public static Caller of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? caller : ANONYMOUS;
  }

  /** Makes {@code person} the caller, unless an earlier filter recognised somebody already. */
  public static void recognise(ServletRequest request, Person person, Means means) {
    if (of(request).isAnonymous()) {
      request.setAttribute(ATTRIBUTE, new Caller(Optional.of(person), means));
    }
  }

  /** Makes {@code person} the caller whoever was recognised: what a correct product never does. */
  public static void substitute(ServletRequest request, Person person) {
    request.setAttribute(ATTRIBUTE, new Caller(Optional.of(person), of(request).means()));
  }

  public boolean isAnonymous() {
    return person.isEmpty();
  }

  /** The name as the product reports it: {@code anonymous} where nobody was recognised. */
  public String name() {
    return person.map(Person::name).orElse("anonymous");
  }
}
