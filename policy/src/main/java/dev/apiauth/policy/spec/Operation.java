package dev.apiauth.policy.spec;

/** What a request does to the product, in the words of the product's profile. */
public enum Operation {
  /** Changes nothing. */
  Read,
  /** Changes what users work with. */
  Write,
  /** Changes the product itself, or who may use it. */
  Admin
}
