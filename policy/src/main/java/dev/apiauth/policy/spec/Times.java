package dev.apiauth.policy.spec;

/** How moments are written, everywhere in the resource. */
public final class Times {

  /** RFC 3339, section 5.6, in UTC or with an offset: {@code 2027-03-31T00:00:00Z}. */
  public static final String PATTERN =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})$";

  private Times() {}
}
