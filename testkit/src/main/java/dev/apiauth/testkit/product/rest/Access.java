package dev.apiauth.testkit.product.rest;

/** Who may call an endpoint. */
public enum Access {

  /** Anonymous callers get an answer too, often one with less in it. */
  ANYBODY,

  SIGNED_IN,

  /**
   * Members of an administrators' group; never with a Bitbucket HTTP access token (BSERV-10482).
   */
  ADMINISTRATOR
}
