package dev.apiauth.policy.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Values by path pattern. Of several patterns that match, the one that was put in first counts.
 *
 * <p>A look-up visits at most every node that the path can reach through names and {@code *};
 * without {@code *} that is one per segment.
 *
 * @param <V> what a pattern leads to
 */
final class PathTrie<V> {

  private final Node<V> root = new Node<>();
  private final UnaryOperator<String> spelling;
  private int size;

  private PathTrie(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /** A trie that compares as Tomcat does. */
  static <V> PathTrie<V> exact() {
    return new PathTrie<>(UnaryOperator.identity());
  }

  /** A trie that compares as a case-insensitive rewrite rule would. */
  static <V> PathTrie<V> ignoringCase() {
    return new PathTrie<>(CaseFolding::fold);
  }

  void put(PathPattern pattern, V value) {
    var node = root;
    for (var segment : pattern.segments()) {
      node = node.child(segment, spelling);
    }
    var entry = new Entry<>(size++, value);
    switch (pattern.reach()) {
      case EXACT -> node.here.add(entry);
      case SUBTREE -> node.below.add(entry);
    }
  }

  /** The first value put in whose pattern matches and that is {@code wanted}. */
  Optional<V> first(ProductPath path, Predicate<? super V> wanted) {
    var best = search(root, path.segments(), 0, wanted);
    return best == null ? Optional.empty() : Optional.of(best.value);
  }

  private @Nullable Entry<V> search(
      Node<V> node, List<String> segments, int depth, Predicate<? super V> wanted) {
    var best = firstOf(node.below, wanted);
    if (depth == segments.size()) {
      return earlier(best, firstOf(node.here, wanted));
    }
    var named = node.children.get(spelling.apply(segments.get(depth)));
    if (named != null) {
      best = earlier(best, search(named, segments, depth + 1, wanted));
    }
    if (node.any != null) {
      best = earlier(best, search(node.any, segments, depth + 1, wanted));
    }
    return best;
  }

  private static <V> @Nullable Entry<V> firstOf(
      List<Entry<V>> entries, Predicate<? super V> wanted) {
    for (var entry : entries) {
      if (wanted.test(entry.value)) {
        return entry;
      }
    }
    return null;
  }

  private static <V> @Nullable Entry<V> earlier(@Nullable Entry<V> one, @Nullable Entry<V> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.rank < other.rank ? one : other;
  }

  private record Entry<V>(int rank, V value) {}

  private static final class Node<V> {
    private final Map<String, Node<V>> children = new HashMap<>();
    private final List<Entry<V>> here = new ArrayList<>(1);
    private final List<Entry<V>> below = new ArrayList<>(1);
    private @Nullable Node<V> any;

    Node<V> child(String segment, UnaryOperator<String> spelling) {
      if (!segment.equals(PathPattern.ANY)) {
        return children.computeIfAbsent(spelling.apply(segment), name -> new Node<>());
      }
      if (any == null) {
        any = new Node<>();
      }
      return any;
    }
  }
}
