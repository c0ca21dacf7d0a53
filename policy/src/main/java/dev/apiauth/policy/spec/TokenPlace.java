package dev.apiauth.policy.spec;

/** Where in a request to its provider a token stands. */
public enum TokenPlace {
  /** As {@code Authorization: Bearer}. */
  Bearer,
  /** In a parameter of the URL: only for providers that offer nothing else. */
  Query,
  /** In a field of the form that is posted. */
  Form,
  /** In a member of the JSON object that is posted. */
  Json
}
