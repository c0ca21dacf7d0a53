package dev.apiauth.policy.token;

import java.security.SecureRandom;

/** Digits and letters: what survives a double click, a shell and a URL. */
final class Base62 {

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private Base62() {}

  /** That many characters, each equally likely. */
  static String random(SecureRandom random, int length) {
    var text = new StringBuilder(length);
    for (int i = 0; i < length; i++) text.append(ALPHABET.charAt(random.nextInt(62)));
    return text.toString();
  }

  /** A number in that many characters, the most significant first; it must fit. */
  static String of(long number, int length) {
    var text = new StringBuilder(length);
    for (long rest = number; text.length() < length; rest /= 62) {
      text.append(ALPHABET.charAt((int) (rest % 62)));
    }
    return text.reverse().toString();
  }

  static boolean isAll(String text) {
    return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }
}
