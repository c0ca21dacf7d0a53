package dev.apiauth.cli.provider;

/**
 * One thing about a provider.
 *
 * @param name what was looked at, in a word or two
 * @param verdict how it is
 * @param detail what was found, or what is wrong
 */
record CheckedThing(String name, Verdict verdict, String detail) {

  /** How something is. */
  enum Verdict {
    FINE,
    /** It works, and is worth a look. */
    WORTH_A_LOOK,
    WRONG,
    NOT_ANSWERED
  }

  static CheckedThing fine(String name, String detail) {
    return new CheckedThing(name, Verdict.FINE, detail);
  }

  static CheckedThing worthALook(String name, String detail) {
    return new CheckedThing(name, Verdict.WORTH_A_LOOK, detail);
  }

  static CheckedThing wrong(String name, String detail) {
    return new CheckedThing(name, Verdict.WRONG, detail);
  }

  static CheckedThing notAnswered(String name, String detail) {
    return new CheckedThing(name, Verdict.NOT_ANSWERED, detail);
  }
}
