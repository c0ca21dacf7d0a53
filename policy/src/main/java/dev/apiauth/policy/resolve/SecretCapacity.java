package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.EncodedPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What fits into one Secret: 1 MiB (Kubernetes documentation, Secrets, Restrictions). */
public final class SecretCapacity {

  /** 32 KiB are left for the certificates. */
  private static final int MOST_BYTES = (1024 - 32) * 1024;

  private SecretCapacity() {}

  /**
   * What is wrong, if the operator could not publish it.
   *
   * @param policy the policy as it is published
   * @param source the resource, which is kept beside it
   */
  public static Optional<Problem> complaint(EncodedPolicy policy, String source) {
    int bytes =
        source.getBytes(StandardCharsets.UTF_8).length
            + policy.files().values().stream().mapToInt(file -> file.length).sum();
    if (bytes <= MOST_BYTES) return Optional.empty();
    return Optional.of(
        Problem.error(
            "spec",
            "the policy and the personal access tokens on file are %d bytes, the limit is %d"
                .formatted(bytes, MOST_BYTES),
            "Put fewer tokens on file, or use several resources"));
  }
}
