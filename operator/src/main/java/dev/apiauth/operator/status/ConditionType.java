package dev.apiauth.operator.status;

/** The conditions of a resource, in the order in which they are told. */
enum ConditionType {
  /** The spec is good, and this resource is the one that decides about its workload. */
  Accepted,
  /** What the spec refers to is there and can be used. */
  ResolvedRefs,
  /** Every pod enforces the policy that is rendered. */
  Programmed,
  /** The tokens of every identity provider can be verified. */
  ProvidersReady,
  /** Nobody gets past the sidecars: measured, not assumed. */
  Protected,
  /** All of the others. */
  Ready
}
