package dev.apiauth.testkit.idp.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares JSON with a part of it. */
final class JsonPart {

  private JsonPart() {}

  /** Every expected member is there; arrays and plain values are equal; {@code *} is anything. */
  static void contains(JsonNode actual, JsonNode expected, String where) {
    if (expected.isTextual() && expected.asText().equals("*")) {
      assertThat(actual.isMissingNode()).as(where + " is missing").isFalse();
    } else if (expected.isObject()) {
      expected
          .properties()
          .forEach(
              member ->
                  contains(
                      actual.path(member.getKey()),
                      member.getValue(),
                      where + "/" + member.getKey()));
    } else if (expected.isArray()) {
      assertThat(actual.size()).as(where + " has as many items").isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        contains(actual.path(i), expected.path(i), where + "/" + i);
      }
    } else {
      assertThat(actual.toString()).as(where).isEqualTo(expected.toString());
    }
  }
}
