package dev.apiauth.operator.names;

/** Annotations that the operator writes. It reads none that a user writes. */
public final class Annotations {

  /**
   * On injected pods: a hash of the sidecar's template (image and form), not of the policy. Pods
   * with another one than the current are stale.
   */
  public static final String INJECTION_HASH = "apiauth.dev/injection-hash";

  /** On injected pods: changed after a policy was written, so that the kubelet syncs soon. */
  public static final String POLICY_SYNC = "apiauth.dev/policy-sync";

  /** On the rendered Secret: the whole name of the resource, which the label may shorten. */
  public static final String RESOURCE = "apiauth.dev/resource";

  /** On the Secret of an API token: the {@code rotation.trigger} that its value was made for. */
  public static final String ROTATION_TRIGGER = "apiauth.dev/rotation-trigger";

  private Annotations() {}
}
