package dev.apiauth.operator.names;

/** Labels that the operator writes. None of them is one that a workload's selector would use. */
public final class Labels {

  /** On injected pods and on rendered objects: the resource, see {@link Names#policyLabel}. */
  public static final String POLICY = "apiauth.dev/policy";

  /** On rendered objects; the informers of the operator select by it. */
  public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  /** The value of {@link #MANAGED_BY}. */
  public static final String APIAUTH = "apiauth";

  private Labels() {}
}
