package dev.apiauth.policy.preset;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.VerificationDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an identity provider: facts about other people's software, read from {@code
 * presets/providers}.
 *
 * @param name the name by which resources choose it
 * @param parameters what the resource must say; {@code {name}} stands for it in the URLs
 * @param issuers each {@code iss} that its JWTs may have
 * @param prefixes how its tokens begin that are no JWTs
 * @param verification how its tokens are proven, with places for parameters in every URL
 * @param audience the claim that names the service that a token is meant for
 * @param scopes the claim with the scopes
 * @param username the claim with the name that people know
 * @param groups the claim with the groups; absent where the provider's tokens do not tell
 * @param application what tells an application's own token
 * @param lookups what else it can be asked
 */
public record ProviderPreset(
    String name,
    List<Parameter> parameters,
    List<String> issuers,
    List<String> prefixes,
    VerificationDocument verification,
    String audience,
    String scopes,
    String username,
    @Nullable GroupsDocument groups,
    @Nullable ApplicationMarkDocument application,
    List<LookupDocument> lookups) {

  /** Absent lists are empty. */
  public ProviderPreset {
    parameters = list(parameters);
    issuers = list(issuers);
    prefixes = list(prefixes);
    lookups = list(lookups);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * Something that the resource must say.
   *
   * @param name its name in {@code parameters}
   * @param pattern an RE2 expression that it must match as a whole
   * @param example a value that does, for messages
   */
  public record Parameter(String name, String pattern, String example) {}
}
