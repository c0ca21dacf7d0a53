package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.account.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Spaces, pages and comments of one installation, in memory. */
final class ContentStore {

  private static final Space DEMONSTRATION =
      new Space(98_305, "ds", "Demonstration Space", Optional.empty());

  private final AtomicLong nextId = new AtomicLong(1_048_577);
  private final Map<String, Space> spaces =
      new ConcurrentHashMap<>(Map.of(DEMONSTRATION.key(), DEMONSTRATION));
  private final Map<Long, Content> contents = new ConcurrentSkipListMap<>();

  /** The new space; nothing if the key is taken. */
  Optional<Space> createSpace(String key, String name, Person creator) {
    var space = new Space(nextId.getAndIncrement(), key, name, Optional.of(creator));
    return spaces.putIfAbsent(key, space) == null ? Optional.of(space) : Optional.empty();
  }

  Optional<Space> space(String key) {
    return Optional.ofNullable(spaces.get(key));
  }

  List<Space> spaces() {
    return List.copyOf(spaces.values());
  }

  void deleteSpace(Space space) {
    spaces.remove(space.key());
    contents.values().removeIf(content -> content.space().equals(space));
  }

  Content.Page createPage(Space space, String title, String storage, Person creator) {
    var page = new Content.Page(nextId.getAndIncrement(), space, title, storage, creator);
    contents.put(page.id(), page);
    return page;
  }

  Content.Comment comment(Content.Page page, String storage, Person creator) {
    var comment = new Content.Comment(nextId.getAndIncrement(), page, storage, creator);
    contents.put(comment.id(), comment);
    return comment;
  }

  Optional<Content> find(String id) {
    return contents.values().stream()
        .filter(content -> Long.toString(content.id()).equals(id))
        .findFirst();
  }

  Optional<Content.Page> page(String id) {
    return find(id).flatMap(content -> pages(Stream.of(content)).findFirst());
  }

  List<Content.Page> pages() {
    return pages(contents.values().stream()).toList();
  }

  private static Stream<Content.Page> pages(Stream<Content> contents) {
    return contents.filter(Content.Page.class::isInstance).map(Content.Page.class::cast);
  }

  List<Content.Comment> commentsOn(Content.Page page) {
    return contents.values().stream()
        .filter(Content.Comment.class::isInstance)
        .map(Content.Comment.class::cast)
        .filter(comment -> comment.page().id() == page.id())
        .toList();
  }

  /** A page takes its comments with it. */
  void delete(Content content) {
    contents.remove(content.id());
    if (content instanceof Content.Page page) {
      commentsOn(page).forEach(this::delete);
    }
  }
}
