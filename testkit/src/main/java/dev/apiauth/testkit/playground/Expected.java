package dev.apiauth.testkit.playground;

import java.util.List;

/**
 * What a call must come to.
 *
 * @param status of the answer
 * @param actedAs as whom the product carried out what reached it; empty where nothing may reach it
 */
public record Expected(int status, List<String> actedAs) {

  /** The product's own answer, as that user. */
  public static Expected as(String user, int status) {
    return new Expected(status, List.of(user));
  }

  /** An answer of the sidecar; the product sees nothing. */
  public static Expected refused(int status) {
    return new Expected(status, List.of());
  }
}
