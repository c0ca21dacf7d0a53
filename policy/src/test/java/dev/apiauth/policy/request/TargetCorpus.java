package dev.apiauth.policy.request;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** Raw paths put together from fragments that have fooled one proxy or another. Always the same. */
final class TargetCorpus {

  private static final long SEED = 20261124;
  private static final int LONGEST = 7;

  private static final List<String> FRAGMENTS = read();

  private TargetCorpus() {}

  private static List<String> read() {
    try (var file = TargetCorpus.class.getResourceAsStream("path-fragments.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), US_ASCII).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Every pair of fragments behind a slash. */
  static Stream<String> pairs() {
    return FRAGMENTS.stream()
        .flatMap(one -> FRAGMENTS.stream().map(other -> "/" + one + other))
        .distinct();
  }

  /** Longer combinations, drawn with a fixed seed. */
  static Stream<String> drawn(int count) {
    var random = new Random(SEED);
    return Stream.generate(() -> draw(random)).limit(count);
  }

  private static String draw(Random random) {
    var path = new StringBuilder("/");
    int length = 3 + random.nextInt(LONGEST - 2);
    for (int i = 0; i < length; i++) {
      path.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return path.toString();
  }
}
