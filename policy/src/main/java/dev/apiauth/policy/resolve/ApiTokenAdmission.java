package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which of the issued tokens a policy accepts. One that is not accepted is named, and stops no
 * other.
 *
 * <pre>
 * the policy takes none                 none is accepted
 * an id twice                           neither is: nobody could tell whose calls are whose
 * unusable, denied, too long, ended     this one is not
 * more than maxPerUser of one user      the newest are not; those that ended do not count
 * </pre>
 *
 * @param accepted those that are
 * @param refused those that are not, each with the first reason
 */
public record ApiTokenAdmission(List<IssuedToken> accepted, List<RefusedToken> refused) {

  private static final Comparator<IssuedToken> OLDEST_FIRST =
      Comparator.comparing(IssuedToken::created)
          .thenComparing(IssuedToken::source)
          .thenComparing(IssuedToken::id);

  /** Lists are copied. */
  public ApiTokenAdmission {
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }

  /**
   * Judges tokens.
   *
   * @param spec the policy, as the user wrote it; has passed the schema
   * @param tokens every token that was issued for it, from wherever
   * @param now tells which have ended
   */
  public static ApiTokenAdmission of(
      AtlassianApiAuthSpec spec, Collection<IssuedToken> tokens, Instant now) {
    ApiTokensSpec limits = spec.credentialsOrDefault().apiTokens();
    if (limits == null) return new ApiTokenAdmission(List.of(), notTaken(tokens));
    var refused = new ArrayList<RefusedToken>();
    List<IssuedToken> unique = withoutDoubles(tokens, refused);
    List<IssuedToken> sound = withoutFlaws(unique, new ApiTokenCheck(spec, limits, now), refused);
    return new ApiTokenAdmission(withoutSurplus(sound, limits.maxPerUser(), refused), refused);
  }

  /** Why the token of that source is not accepted; empty if it is. */
  public Optional<RefusedToken> refusalOf(IssuedToken token) {
    return refused.stream()
        .filter(each -> each.token().source().equals(token.source()))
        .findFirst();
  }

  private static List<RefusedToken> notTaken(Collection<IssuedToken> tokens) {
    return tokens.stream()
        .map(
            token ->
                new RefusedToken(
                    token,
                    TokenFlaw.NOT_TAKEN,
                    "policyRef",
                    "is for a resource that takes no API tokens",
                    "Add spec.credentials.apiTokens: {} to it"))
        .toList();
  }

  private static List<IssuedToken> withoutDoubles(
      Collection<IssuedToken> tokens, List<RefusedToken> refused) {
    Map<String, List<IssuedToken>> byId =
        tokens.stream()
            .collect(Collectors.groupingBy(IssuedToken::id, TreeMap::new, Collectors.toList()));
    var unique = new ArrayList<IssuedToken>();
    for (List<IssuedToken> same : byId.values()) {
      if (same.size() == 1) unique.add(same.getFirst());
      else same.forEach(token -> refused.add(twice(token, same)));
    }
    return unique;
  }

  private static RefusedToken twice(IssuedToken token, List<IssuedToken> same) {
    String sources =
        same.stream()
            .map(IssuedToken::source)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return new RefusedToken(
        token,
        TokenFlaw.ID_TWICE,
        "id",
        "is there %d times, in %s".formatted(same.size(), sources),
        "None of them is accepted. Remove all but one");
  }

  private static List<IssuedToken> withoutFlaws(
      List<IssuedToken> tokens, ApiTokenCheck check, List<RefusedToken> refused) {
    var sound = new ArrayList<IssuedToken>();
    for (IssuedToken token : tokens) {
      Optional<RefusedToken> flaw = check.flaw(token);
      flaw.ifPresentOrElse(refused::add, () -> sound.add(token));
    }
    return sound;
  }

  private static List<IssuedToken> withoutSurplus(
      List<IssuedToken> tokens, int most, List<RefusedToken> refused) {
    Map<String, List<IssuedToken>> byUser =
        tokens.stream()
            .sorted(OLDEST_FIRST)
            .collect(
                Collectors.groupingBy(
                    token -> token.username().toLowerCase(Locale.ROOT),
                    TreeMap::new,
                    Collectors.toList()));
    return byUser.values().stream().flatMap(own -> oldest(own, most, refused).stream()).toList();
  }

  /** What one source issued counts once: a rotation makes a second value, not a second token. */
  private static List<IssuedToken> oldest(
      List<IssuedToken> own, int most, List<RefusedToken> refused) {
    List<String> sources = own.stream().map(IssuedToken::source).distinct().toList();
    Set<String> within = Set.copyOf(sources.subList(0, Math.min(most, sources.size())));
    own.stream()
        .filter(token -> !within.contains(token.source()))
        .map(token -> surplus(token, sources.size(), most))
        .forEach(refused::add);
    return own.stream().filter(token -> within.contains(token.source())).toList();
  }

  private static RefusedToken surplus(IssuedToken token, int number, int most) {
    return new RefusedToken(
        token,
        TokenFlaw.TOO_MANY,
        "username",
        "is one of %d of the user %s, the limit is %d and the oldest count"
            .formatted(number, token.username(), most),
        "Remove older ones, or raise spec.credentials.apiTokens.maxPerUser");
  }
}
