package dev.apiauth.crd.generate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place in the schema together with the Java type that it was made from.
 *
 * @param path as people write it: {@code spec.providers[].audiences}, {@code .*} for the values of
 *     a map
 * @param schema what the generator made of it; mends change it in place
 * @param type the Java type; a list or map with its type arguments
 */
record SchemaNode(String path, JSONSchemaProps schema, Type type) {

  /** This place and every one below it, from the top down. */
  Stream<SchemaNode> withDescendants() {
    return Stream.concat(Stream.of(this), children().flatMap(SchemaNode::withDescendants));
  }

  /** The class of the type; of a list or map, {@link List} or {@link Map} itself. */
  Class<?> rawType() {
    return switch (type) {
      case Class<?> plain -> plain;
      case ParameterizedType generic -> (Class<?>) generic.getRawType();
      default -> throw new IllegalStateException(path + " has a type that is no part of a CRD");
    };
  }

  /** The field that this record component becomes. */
  SchemaNode field(RecordComponent component) {
    String name = fieldName(component);
    JSONSchemaProps field = schema.getProperties().get(name);
    if (field == null) throw new IllegalStateException(path + "." + name + " is not in the schema");
    return new SchemaNode(path + "." + name, field, component.getGenericType());
  }

  private Stream<SchemaNode> children() {
    if (rawType().isRecord())
      return Arrays.stream(rawType().getRecordComponents()).map(this::field);
    if (rawType() == List.class) return Stream.of(element());
    if (rawType() == Map.class) return Stream.of(value());
    return Stream.empty();
  }

  private SchemaNode element() {
    return new SchemaNode(path + "[]", schema.getItems().getSchema(), typeArgument(0));
  }

  private SchemaNode value() {
    return new SchemaNode(
        path + ".*", schema.getAdditionalProperties().getSchema(), typeArgument(1));
  }

  private Type typeArgument(int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static String fieldName(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .orElse(component.getName());
  }
}
