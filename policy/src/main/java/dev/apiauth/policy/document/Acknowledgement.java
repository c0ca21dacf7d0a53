package dev.apiauth.policy.document;

import dev.apiauth.policy.spec.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sidecar answers about the policy that it enforces. Holds no secret and no user name.
 *
 * <p>Times are in RFC 3339 form. An acknowledgement tells what is in force in one process at one
 * moment; it promises nothing about other pods.
 *
 * @param policyHash the hash of the policy in force; empty if none is, and everything is refused
 * @param namespace the namespace of the resource that it was made from; empty without a policy
 * @param name the name of that resource; empty without a policy
 * @param generation the generation of that resource; 0 without a policy, and for a file
 * @param mode whether refusals are carried out; absent without a policy
 * @param loadedAt when it came into force here; absent without a policy
 * @param providers how the identity providers are, in the order of the resource
 * @param lastRejection the last set that was refused since the start, even if a good one followed;
 *     absent if none was
 */
public record Acknowledgement(
    String policyHash,
    String namespace,
    String name,
    long generation,
    @Nullable Mode mode,
    @Nullable String loadedAt,
    List<ProviderReport> providers,
    @Nullable Rejection lastRejection) {

  /** The list is copied. */
  public Acknowledgement {
    providers = List.copyOf(providers);
  }

  /** No policy is in force. */
  public static Acknowledgement withoutPolicy(@Nullable Rejection lastRejection) {
    return new Acknowledgement("", "", "", 0, null, null, List.of(), lastRejection);
  }

  /**
   * How an identity provider is.
   *
   * @param name the provider's name in the resource
   * @param state whether its tokens can be verified
   * @param keys how many of its keys are known
   * @param lastSuccess when its keys were last fetched; absent if never
   * @param lastError what went wrong last, if nothing went well since; quotes no answer
   */
  public record ProviderReport(
      String name,
      ProviderState state,
      int keys,
      @Nullable String lastSuccess,
      @Nullable String lastError) {}

  /** Whether a provider's tokens can be verified. */
  public enum ProviderState {
    /** Its keys are known and fresh. */
    Ready,
    /** Its keys are known; fetching them again fails. */
    Stale,
    /** No key of it is known: its tokens are answered with 503. */
    Silent
  }

  /**
   * A set that was refused; what was in force before still is.
   *
   * @param at when it was refused
   * @param why what is wrong with it; quotes no content
   */
  public record Rejection(String at, String why) {}
}
