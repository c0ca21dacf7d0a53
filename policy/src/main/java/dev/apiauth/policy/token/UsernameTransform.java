package dev.apiauth.policy.token;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A step from what the provider calls a person to what the product calls them. A value that a step
 * does not know has no name.
 */
public sealed interface UsernameTransform
    permits UsernameTransform.StripDomain,
        UsernameTransform.Lowercase,
        UsernameTransform.StaticMap,
        RegexTransform {

  /** The name after this step; empty if the step does not apply to it, which refuses the token. */
  Optional<String> apply(String name);

  /**
   * {@code alice@corp.example} becomes {@code alice}. A name of another domain, without a domain or
   * with two is not stripped but refused: else {@code alice@guest.example} would be alice.
   *
   * @param domains the domains whose people are the product's, compared without case; at least one
   */
  record StripDomain(Set<String> domains) implements UsernameTransform {

    /** Keeps the domains in lower case. */
    public StripDomain {
      domains = domains.stream().map(StripDomain::lower).collect(Collectors.toUnmodifiableSet());
      if (domains.isEmpty()) {
        throw new IllegalArgumentException("StripDomain without domains");
      }
    }

    @Override
    public Optional<String> apply(String name) {
      int at = name.indexOf('@');
      if (at < 1 || !domains.contains(lower(name.substring(at + 1)))) {
        return Optional.empty();
      }
      return Optional.of(name.substring(0, at));
    }

    private static String lower(String text) {
      return text.toLowerCase(Locale.ROOT);
    }
  }

  /** Lower case, by the rules of no particular language. */
  record Lowercase() implements UsernameTransform {
    @Override
    public Optional<String> apply(String name) {
      return Optional.of(name.toLowerCase(Locale.ROOT));
    }
  }

  /**
   * A table; who is not in it has no name.
   *
   * @param names the product's name by the provider's, compared exactly
   */
  record StaticMap(Map<String, String> names) implements UsernameTransform {

    /** Keeps a copy. */
    public StaticMap {
      names = Map.copyOf(names);
    }

    @Override
    public Optional<String> apply(String name) {
      return Optional.ofNullable(names.get(name));
    }
  }
}
