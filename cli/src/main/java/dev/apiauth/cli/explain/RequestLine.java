package dev.apiauth.cli.explain;

import dev.apiauth.cli.input.UnusableInputException;

/**
 * The request that is asked about.
 *
 * @param method such as GET
 * @param target path and query, as a client would send them
 */
record RequestLine(String method, String target) {

  /** The target without its query, which may hold secrets. */
  String path() {
    return target.split("\\?", 2)[0];
  }

  /**
   * Reads {@code GET /rest/api/2/project}.
   *
   * @throws UnusableInputException if it is something else
   */
  static RequestLine parse(String text) {
    String[] words = text.strip().split(" +");
    if (words.length != 2 || !words[1].startsWith("/")) {
      throw new UnusableInputException(
          "--request: \"%s\" is no request. Write a method and a path, such as \"GET /rest/api/2/project\""
              .formatted(text));
    }
    return new RequestLine(words[0], words[1]);
  }
}
