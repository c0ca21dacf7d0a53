package dev.apiauth.sidecar.listen;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The field lines of a Vert.x message, seen as ours; nothing is copied. A change of the message
 * shows here, so nobody may change what was received.
 */
public record VertxHeaderFields(MultiMap fields) implements HeaderFields {

  @Override
  public Stream<HeaderField> lines() {
    return StreamSupport.stream(fields.spliterator(), false)
        .map(line -> new HeaderField(line.getKey(), line.getValue()));
  }

  @Override
  public List<String> all(String name) {
    return fields.getAll(name);
  }

  @Override
  public Optional<String> first(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  @Override
  public boolean has(String name) {
    return fields.contains(name);
  }
}
