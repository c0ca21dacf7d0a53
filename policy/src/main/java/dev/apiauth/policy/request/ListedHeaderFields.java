package dev.apiauth.policy.request;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Field lines in a list, searched from the front. */
record ListedHeaderFields(List<HeaderField> list) implements HeaderFields {

  @Override
  public Stream<HeaderField> lines() {
    return list.stream();
  }

  @Override
  public List<String> all(String name) {
    return named(name).toList();
  }

  @Override
  public Optional<String> first(String name) {
    return named(name).findFirst();
  }

  private Stream<String> named(String name) {
    return list.stream().filter(line -> line.name().equalsIgnoreCase(name)).map(HeaderField::value);
  }
}
