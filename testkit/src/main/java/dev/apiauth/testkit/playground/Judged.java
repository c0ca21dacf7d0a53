package dev.apiauth.testkit.playground;

/** Something that was tried in a playground. */
public interface Judged {

  /** Whether it came to what it must. */
  boolean asExpected();
}
