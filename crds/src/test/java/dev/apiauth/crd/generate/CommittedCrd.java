package dev.apiauth.crd.generate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** The committed CRDs, as a table of the places in their schemas. */
final class CommittedCrd {

  /** A place in the schema and what the schema says there. */
  record Place(String path, JsonNode schema) {

    Stream<Place> withDescendants() {
      return Stream.concat(Stream.of(this), children().flatMap(Place::withDescendants));
    }

    private Stream<Place> children() {
      var fields =
          schema.path("properties").properties().stream()
              .map(field -> new Place(path + "." + field.getKey(), field.getValue()));
      var items = place("[]", schema.path("items"));
      var values = place(".*", schema.path("additionalProperties"));
      return Stream.of(fields, items, values).flatMap(part -> part);
    }

    private Stream<Place> place(String suffix, JsonNode below) {
      return below.isObject() ? Stream.of(new Place(path + suffix, below)) : Stream.empty();
    }

    boolean is(String type) {
      return schema.path("type").asText().equals(type);
    }

    @Override
    public String toString() {
      return path;
    }
  }

  private CommittedCrd() {}

  static String text(PublishedKind kind) throws IOException {
    return Files.readString(kind.committed(Checkout.root()));
  }

  /** Of every kind. */
  static Stream<Place> spec() throws IOException {
    return ofEveryKind("spec");
  }

  /** Of every kind. */
  static Stream<Place> status() throws IOException {
    return ofEveryKind("status");
  }

  /** The headings of {@code kubectl get}, as they stand in a line. */
  static List<String> columns(PublishedKind kind) throws IOException {
    return version(kind).path("additionalPrinterColumns").findValuesAsText("name");
  }

  private static Stream<Place> ofEveryKind(String part) throws IOException {
    var places = Stream.<Place>empty();
    for (PublishedKind kind : PublishedKind.ALL) {
      places = Stream.concat(places, below(kind, part));
    }
    return places;
  }

  private static Stream<Place> below(PublishedKind kind, String part) throws IOException {
    var schema = version(kind).at("/schema/openAPIV3Schema/properties").path(part);
    return new Place(part, schema).withDescendants();
  }

  private static JsonNode version(PublishedKind kind) throws IOException {
    return new YAMLMapper().readTree(text(kind)).at("/spec/versions/0");
  }
}
