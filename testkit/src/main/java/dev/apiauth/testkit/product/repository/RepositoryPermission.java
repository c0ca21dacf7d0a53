package dev.apiauth.testkit.product.repository;

/** What an account may do with repositories; each value includes those before it. */
public enum RepositoryPermission {
  NONE,
  READ,
  WRITE;

  /** Whether whoever has this may do what needs {@code other}. */
  public boolean includes(RepositoryPermission other) {
    return compareTo(other) >= 0;
  }
}
