package dev.apiauth.policy.check;

import static dev.apiauth.policy.check.ApiServerWords.mismatch;
import static dev.apiauth.policy.check.ApiServerWords.required;
import static dev.apiauth.policy.check.ApiServerWords.tooFew;
import static dev.apiauth.policy.check.ApiServerWords.tooHigh;
import static dev.apiauth.policy.check.ApiServerWords.tooLong;
import static dev.apiauth.policy.check.ApiServerWords.tooLow;
import static dev.apiauth.policy.check.ApiServerWords.tooMany;
import static dev.apiauth.policy.check.ApiServerWords.tooShort;
import static dev.apiauth.policy.check.ApiServerWords.unsupported;
import static dev.apiauth.policy.check.ApiServerWords.wrongType;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.re2j.Pattern;
import java.util.Locale;

/**
 * Holds a value to the types and bounds of its schema, in the API server's order and words.
 * Patterns are RE2 there and here, and match anywhere unless they say otherwise.
 */
final class ShapeCheck {

  private final Findings findings;

  ShapeCheck(Findings findings) {
    this.findings = findings;
  }

  /** Reports what is wrong with this one value; the values below it are their own. */
  void check(Place place) {
    JsonNode value = place.value();
    StructuralSchema schema = place.schema();
    FieldPath path = place.path();
    if (!JsonTypes.fits(value, schema.type())) {
      String words = wrongType(path, JsonTypes.nameOf(value), schema.type());
      findings.shapeFault(path, words, schema.summary());
      return;
    }
    switch (schema.type()) {
      case "object" -> checkObject(value, schema, path);
      case "array" -> checkSize(value, schema, path, "Items");
      case "string" -> checkString(value, schema, path);
      case "integer" -> checkNumber(value, schema, path);
      default -> {} // a boolean has no bounds
    }
  }

  private void checkObject(JsonNode value, StructuralSchema schema, FieldPath path) {
    checkSize(value, schema, path, "Properties");
    for (String name : schema.required()) {
      if (!value.has(name)) findings.shapeFault(path.child(name), required(), add(schema, name));
    }
  }

  private void checkSize(JsonNode value, StructuralSchema schema, FieldPath path, String what) {
    long least = schema.bound("min" + what).orElse(0);
    long most = schema.bound("max" + what).orElse(Long.MAX_VALUE);
    if (value.size() > most) {
      findings.shapeFault(path, tooMany(value.size(), most), "");
    } else if (value.size() < least) {
      String message = tooFew(path, value.size(), least, what.toLowerCase(Locale.ROOT));
      findings.fault(path, message, schema.summary());
    }
  }

  private void checkString(JsonNode value, StructuralSchema schema, FieldPath path) {
    String text = value.textValue();
    long length = text.codePointCount(0, text.length());
    long least = schema.bound("minLength").orElse(0);
    long most = schema.bound("maxLength").orElse(Long.MAX_VALUE);
    var pattern = schema.pattern().filter(expression -> !matches(expression, text));
    if (length > most) {
      findings.shapeFault(path, tooLong(most), "");
    } else if (length < least) {
      findings.fault(path, tooShort(path, value, least), schema.summary());
    } else if (pattern.isPresent()) {
      findings.fault(path, mismatch(path, value, pattern.get()), schema.summary());
    }
    checkEnumeration(value, schema, path);
  }

  private void checkEnumeration(JsonNode value, StructuralSchema schema, FieldPath path) {
    var supported = schema.enumeration();
    if (supported.isEmpty() || supported.contains(value.textValue())) return;
    String mend =
        SimilarNames.nearest(value.textValue(), supported)
            .map("Did you mean \"%s\"?"::formatted)
            .orElse("");
    findings.fault(path, unsupported(value, supported), mend);
  }

  private void checkNumber(JsonNode value, StructuralSchema schema, FieldPath path) {
    double number = value.doubleValue();
    schema
        .bound("maximum")
        .ifPresent(
            most -> {
              if (number > most) findings.fault(path, tooHigh(path, value, most), schema.summary());
            });
    schema
        .bound("minimum")
        .ifPresent(
            least -> {
              if (number < least)
                findings.fault(path, tooLow(path, value, least), schema.summary());
            });
  }

  private static boolean matches(String expression, String text) {
    return Pattern.compile(expression).matcher(text).find();
  }

  private static String add(StructuralSchema parent, String name) {
    String meaning = parent.property(name).map(StructuralSchema::summary).orElse("");
    return meaning.isEmpty() ? "Add " + name : "Add %s: %s".formatted(name, meaning);
  }
}
