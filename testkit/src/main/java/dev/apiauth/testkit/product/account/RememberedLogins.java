package dev.apiauth.testkit.product.account;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The remember-me cookies that were handed out: each alone makes a new session of its owner. */
public final class RememberedLogins {

  private final Map<String, String> ownerByValue = new ConcurrentHashMap<>();

  /** The value of a new remember-me cookie. */
  public String remember(Person person) {
    var value = UUID.randomUUID().toString();
    ownerByValue.put(value, person.name());
    return value;
  }

  /** The account name behind a cookie's value. */
  public Optional<String> owner(String value) {
    return Optional.ofNullable(ownerByValue.get(value));
  }
}
