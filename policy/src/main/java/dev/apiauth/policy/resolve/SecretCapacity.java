package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What fits into one Secret: 1 MiB (Kubernetes documentation, Secrets, Restrictions). */
public final class SecretCapacity {

  /** 32 KiB are left for the certificates. */
  private static final int MOST_BYTES = (1024 - 32) * 1024;

  /** What people would call the files, in the order in which they usually fill it. */
  private static final List<Map.Entry<String, String>> PARTS =
      List.of(
          Map.entry(PolicyCodec.API_TOKENS, "API tokens"),
          Map.entry(PolicyCodec.VAULT, "personal access tokens on file"),
          Map.entry(PolicyCodec.POLICY, "networks, groups and other rules"),
          Map.entry(PolicyCodec.SECRETS, "secrets for providers"));

  private SecretCapacity() {}

  /**
   * What is wrong, if the operator could not publish it. The message names what fills it.
   *
   * @param policy the policy as it is published
   * @param source the resource, which is kept beside it
   */
  public static Optional<Problem> complaint(EncodedPolicy policy, String source) {
    int written = source.getBytes(StandardCharsets.UTF_8).length;
    if (written + policy.size() <= MOST_BYTES) return Optional.empty();
    return Optional.of(
        Problem.error(
            "spec",
            "what would be published is %d bytes, the limit is %d: %s, the resource %d"
                .formatted(written + policy.size(), MOST_BYTES, parts(policy), written),
            "Have fewer of what is most, or use several resources"));
  }

  private static String parts(EncodedPolicy policy) {
    return PARTS.stream()
        .map(part -> "%s %d".formatted(part.getValue(), sizeOf(policy, part.getKey())))
        .collect(Collectors.joining(", "));
  }

  private static int sizeOf(EncodedPolicy policy, String file) {
    byte[] bytes = policy.files().get(file);
    return bytes == null ? 0 : bytes.length;
  }
}
