package dev.apiauth.policy.credential;

import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.PathPatterns;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody who may still send a password, for a time. What is empty is not narrowed.
 *
 * @param name how the audit log calls it
 * @param usernames whose password, compared without case; empty for everybody's
 * @param paths where
 * @param networks from where; an address that cannot be told is in none
 * @param notAfter the last instant at which it holds
 */
public record PasswordException(
    String name,
    Set<String> usernames,
    Optional<PathPatterns> paths,
    Optional<CidrSet> networks,
    Instant notAfter) {

  /** Names are kept in lower case. */
  public PasswordException {
    usernames =
        usernames.stream().map(PasswordException::folded).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is meant for such a password, whatever the time is. */
  boolean covers(String username, Circumstances where) {
    return (usernames.isEmpty() || usernames.contains(folded(username)))
        && paths.map(patterns -> patterns.matches(where.path())).orElse(true)
        && networks.map(from -> isWithin(from, where.client())).orElse(true);
  }

  /** Whether it has ended. */
  boolean hasEnded(Instant now) {
    return now.isAfter(notAfter);
  }

  private static boolean isWithin(CidrSet networks, ClientAddress client) {
    return client instanceof ClientAddress.Known(IpAddress address) && networks.contains(address);
  }

  private static String folded(String username) {
    return username.toLowerCase(Locale.ROOT);
  }
}
