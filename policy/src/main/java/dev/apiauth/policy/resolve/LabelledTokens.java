package dev.apiauth.policy.resolve;

import dev.apiauth.policy.spec.ApiTokensSpec;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import java.util.List;
import java.util.stream.Stream;

/**
 * The API tokens that labelled Secrets describe for a policy ({@code
 * credentials.apiTokens.secretSelector}).
 */
public final class LabelledTokens {

  private LabelledTokens() {}

  /**
   * Those of the Secrets that can be read, in the order of the Secrets' names.
   *
   * @param policy the policy, as the user wrote it; has passed the schema
   * @param secrets the Secrets of its namespace
   */
  public static List<IssuedToken> of(AtlassianApiAuthSpec policy, SecretLookup secrets) {
    return of(policy, secrets, new Findings());
  }

  /** The same, with a finding for each Secret that cannot be read. */
  static List<IssuedToken> of(
      AtlassianApiAuthSpec policy, SecretLookup secrets, Findings findings) {
    return Stream.ofNullable(policy.credentialsOrDefault().apiTokens())
        .map(ApiTokensSpec::secretSelector)
        .flatMap(Stream::ofNullable)
        .flatMap(selector -> secrets.labelled(selector.matchLabels()).stream())
        .flatMap(secret -> ApiTokenSecret.read(secret, findings).stream())
        .toList();
  }
}
