package dev.apiauth.policy.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value of a resource together with what the schema says about it.
 *
 * @param value what stands there
 * @param schema what may stand there
 * @param path where that is
 */
record Place(JsonNode value, StructuralSchema schema, FieldPath path) {

  /**
   * This place and every one below it that the schema knows, from the top down. Nothing is known
   * below a value of the wrong type.
   */
  Stream<Place> withDescendants() {
    return Stream.concat(Stream.of(this), children().flatMap(Place::withDescendants));
  }

  private Stream<Place> children() {
    if (!JsonTypes.fits(value, schema.type())) return Stream.empty();
    return value.isArray() ? items() : fields();
  }

  private Stream<Place> fields() {
    return value.properties().stream()
        .flatMap(
            field ->
                schema
                    .below(field.getKey())
                    .map(below -> new Place(field.getValue(), below, path.child(field.getKey())))
                    .stream());
  }

  private Stream<Place> items() {
    return schema.items().stream()
        .flatMap(items -> IntStream.range(0, value.size()).mapToObj(i -> item(i, items)));
  }

  private Place item(int position, StructuralSchema items) {
    return new Place(Objects.requireNonNull(value.get(position)), items, path.index(position));
  }
}
