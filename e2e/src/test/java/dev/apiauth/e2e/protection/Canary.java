package dev.apiauth.e2e.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A secret that exists once in the world, so that whoever shows it can be found.
 *
 * @param place where it was planted, the only thing that a failure says of it
 * @param secret letters and digits, or a token
 */
record Canary(String place, String secret) {

  /** A new one. */
  static Canary plantedIn(String place) {
    return new Canary(place, "canary" + UUID.randomUUID().toString().replace("-", ""));
  }

  /** Whether the text shows it, as it is or in Base64, alone or amid other bytes. */
  boolean isIn(String text) {
    return Stream.concat(
            Stream.of(secret), IntStream.rangeClosed(0, 2).mapToObj(this::encodedBehind))
        .anyMatch(text::contains);
  }

  /** What stays the same in Base64 whatever surrounds it, behind so many bytes. */
  private String encodedBehind(int bytes) {
    String whole = Base64.getEncoder().encodeToString(("-".repeat(bytes) + secret).getBytes(UTF_8));
    return whole.substring(bytes == 0 ? 0 : 4, whole.length() - 4);
  }

  @Override
  public String toString() {
    return place;
  }
}
