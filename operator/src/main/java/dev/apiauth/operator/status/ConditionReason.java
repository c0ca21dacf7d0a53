package dev.apiauth.operator.status;

/**
 * Why a condition is as it is, for programs. Where the Gateway API has a word for it, it is that
 * word. {@code docs/troubleshooting.md} explains each.
 */
public enum ConditionReason {
  /** The spec is good and in force. */
  Accepted,
  /** The spec is faulty; the last good one goes on, if there was one. */
  Invalid,
  /** Another resource decides about the same workload. */
  Conflicted,
  /** No spec of this resource was ever accepted: nothing is enforced for it. */
  NotAccepted,
  /** Everything that the spec refers to is there. */
  ResolvedRefs,
  /** A Secret is missing or cannot be used; what depends on it denies. */
  RefNotFound,
  /** Every pod enforces the rendered policy. */
  Programmed,
  /** The same, but the sidecar is an ordinary container. */
  OrdinarySidecar,
  /** It is under way. */
  Pending,
  /** A pod was offered the policy and refuses it. */
  PolicyRejected,
  /** The workload that the resource names does not exist. */
  TargetNotFound,
  /** The workload has no pods, so that nothing can be measured. */
  NoPods,
  /** The keys of every provider are known and fresh. */
  ProvidersReady,
  /** The spec names no provider. */
  NoProviders,
  /** The keys of a provider are known, but fetching them again fails. */
  ProviderStale,
  /** No key of a provider is known. */
  ProviderSilent,
  /** Every pod has the sidecar, and no product answers past it. */
  Protected,
  /** The mode is Disabled: everything passes. */
  Disabled,
  /** The mode is Shadow: what would be refused passes. */
  Shadow,
  /** A pod has no sidecar. */
  SidecarMissing,
  /** A product answers past its sidecar. */
  DirectAccess,
  /** The same, and the resource tolerates it. */
  DirectAccessTolerated,
  /** A pod does not answer the operator. */
  Unreachable,
  /** All conditions are True. */
  Ready
}
