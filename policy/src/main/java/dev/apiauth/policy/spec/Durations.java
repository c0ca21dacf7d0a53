package dev.apiauth.policy.spec;

/** How durations are written, everywhere in the resource. */
public final class Durations {

  /** Whole hours, minutes and seconds: {@code 90s}, {@code 1h}, {@code 1h30m}. */
  public static final String PATTERN = "^([0-9]{1,4}h)?([0-9]{1,4}m)?([0-9]{1,5}s)?$";

  private Durations() {}
}
