package dev.apiauth.policy.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds fields that the schema does not know, as the API server does for a client that asks for
 * strict validation. One that does not ask would see them dropped.
 */
final class UnknownFields {

  private final StructuralSchema root;
  private final Findings findings;

  UnknownFields(StructuralSchema root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Reports every field of this one object that is unknown; the objects below are their own. */
  void check(Place place) {
    if (!place.value().isObject() || !place.schema().type().equals("object")) return;
    var known = place.schema().properties().keySet();
    place
        .value()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (place.schema().below(name).isEmpty()) report(name, known, place.path());
            });
  }

  private void report(String name, Set<String> known, FieldPath parent) {
    FieldPath path = parent.child(name);
    findings.fault(path, ApiServerWords.unknownField(path), mend(name, known));
  }

  private String mend(String name, Set<String> known) {
    var meant = SimilarNames.nearest(name, known);
    if (meant.isPresent()) return "Did you mean `%s`?".formatted(meant.get());
    var elsewhere = new ArrayList<String>();
    findByName(name, root, FieldPath.TOP, elsewhere);
    if (!elsewhere.isEmpty()) return "There is " + String.join(" and ", elsewhere);
    return "The fields here are " + String.join(", ", new TreeSet<>(known));
  }

  private static void findByName(
      String name, StructuralSchema schema, FieldPath path, List<String> found) {
    schema
        .properties()
        .forEach(
            (field, below) -> {
              if (field.equals(name)) found.add(path.child(field).text());
              findByName(name, below, path.child(field), found);
            });
    schema.items().ifPresent(items -> findByName(name, items, path.everyItem(), found));
  }
}
