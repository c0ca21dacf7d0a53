package dev.apiauth.policy.preset;

import dev.apiauth.policy.document.ProviderDocument.AccessTokenDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.KeysDocument;
import dev.apiauth.policy.spec.SignatureAlgorithm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an identity provider: facts about other people's software, read from {@code
 * presets/providers}.
 *
 * @param name the name by which resources choose it
 * @param parameters what the resource must say; {@code {name}} stands for it in the URLs
 * @param issuer the {@code iss} of its tokens
 * @param keys where its keys are; its own description of itself below the issuer where this is left
 *     out
 * @param audience the claim that names the service that a token is meant for
 * @param accessToken what tells an access token from the provider's other tokens
 * @param algorithms the signature algorithms that it uses
 * @param scopes the claim with the scopes
 * @param username the claim with the name that people know
 * @param groups the claim with the groups; absent where the provider's tokens do not tell
 * @param application what tells an application's own token
 */
public record ProviderPreset(
    String name,
    List<Parameter> parameters,
    String issuer,
    @Nullable KeysDocument keys,
    String audience,
    AccessTokenDocument accessToken,
    List<SignatureAlgorithm> algorithms,
    String scopes,
    String username,
    @Nullable GroupsDocument groups,
    @Nullable ApplicationMarkDocument application) {

  /**
   * Something that the resource must say.
   *
   * @param name its name in {@code parameters}
   * @param pattern an RE2 expression that it must match as a whole
   * @param example a value that does, for messages
   */
  public record Parameter(String name, String pattern, String example) {}
}
