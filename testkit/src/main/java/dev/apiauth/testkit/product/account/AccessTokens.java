package dev.apiauth.testkit.product.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Issues, finds and revokes the product's own tokens. */
public final class AccessTokens {

  /** Tokens that one account may hold at a time: the products' default. */
  public static final int LIMIT_PER_PERSON = 10;

  private static final int SECRET_BYTES = 20;
  private static final long FIRST_ID = 721_835_139_075L;

  private final TokenFormat format;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong nextId = new AtomicLong(FIRST_ID);
  private final Map<String, PersonalAccessToken> byValue = new ConcurrentHashMap<>();

  public AccessTokens(TokenFormat format, InstantSource clock) {
    this.format = format;
    this.clock = clock;
  }

  public PersonalAccessToken issue(Person owner, String name, Optional<Instant> expiringAt) {
    var id = newId();
    var secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    var value = format.value(id, secret);
    return kept(
        new PersonalAccessToken(id, name, owner.name(), clock.instant(), expiringAt, value));
  }

  /** Honours a value that was issued elsewhere, without an end. */
  public void honour(Person owner, String value) {
    kept(
        new PersonalAccessToken(
            newId(), "issued elsewhere", owner.name(), clock.instant(), Optional.empty(), value));
  }

  private String newId() {
    return Long.toString(nextId.getAndIncrement());
  }

  private PersonalAccessToken kept(PersonalAccessToken token) {
    byValue.put(token.value(), token);
    return token;
  }

  /** The token with this value, unless it was revoked or has expired. */
  public Optional<PersonalAccessToken> find(String value) {
    return Optional.ofNullable(byValue.get(value))
        .filter(token -> token.isHonouredAt(clock.instant()));
  }

  /** Every token of that account, expired ones included, oldest first. */
  public List<PersonalAccessToken> of(Person owner) {
    return byValue.values().stream()
        .filter(token -> token.owner().equals(owner.name()))
        .sorted(Comparator.comparing(PersonalAccessToken::id))
        .toList();
  }

  /** Takes a token back; from the next request on it stands for nobody. */
  public void revoke(PersonalAccessToken token) {
    byValue.remove(token.value());
  }
}
