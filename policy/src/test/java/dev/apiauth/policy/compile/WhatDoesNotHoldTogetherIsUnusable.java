package dev.apiauth.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.resolve.Resolution.Resolved;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A document may come from anywhere; a broken one is named and never stops the sidecar. */
class WhatDoesNotHoldTogetherIsUnusable {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "broken-documents.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void thoughItCouldBeRead(String what, String place, String member, String value, String why)
      throws IOException {
    PolicySet golden = Published.golden("cognito");
    JsonNode document = JSON.valueToTree(golden.document());
    change(document.at(place == null ? "" : place), member, value);
    var broken = JSON.treeToValue(document, PolicyDocument.class);

    assertThat(Published.compile(PolicySet.of(broken, golden.vault())))
        .isInstanceOfSatisfying(
            Compilation.Unusable.class, unusable -> assertThat(unusable.why()).contains(why));
  }

  @Test
  void withAnEndThatIsNoTime() {
    assertThat(compiledWith(new VaultEntry("alice", "s3cret", "soon", "one")))
        .isInstanceOfSatisfying(
            Compilation.Unusable.class,
            unusable -> assertThat(unusable.why()).contains("soon").doesNotContain("s3cret"));
  }

  @Test
  void withAUserTwice() {
    assertThat(
            compiledWith(
                new VaultEntry("alice", "s3cret", null, "one"),
                new VaultEntry("ALICE", "s3cret", null, "two")))
        .isInstanceOfSatisfying(
            Compilation.Unusable.class,
            unusable -> assertThat(unusable.why()).contains("alice").doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @MethodSource("dev.apiauth.policy.resolve.GoldenResource#allResolved")
  void butWhatTheResolverPublishesCompiles(Resolved golden) {
    assertThat(Published.compile(golden.set())).isInstanceOf(Compilation.Compiled.class);
  }

  private static Compilation compiledWith(VaultEntry... entries) {
    var document = Published.golden("cognito").document();
    return Published.compile(PolicySet.of(document, new VaultDocument(List.of(entries))));
  }

  /** A value FIRST stands for a copy of the list's first element, a member + for its end. */
  private static void change(JsonNode place, String member, String value) throws IOException {
    JsonNode changed = value.equals("FIRST") ? place.path(0) : JSON.readTree(value);
    switch (place) {
      case ObjectNode object -> object.set(member, changed);
      case ArrayNode array when member.equals("+") -> array.add(changed);
      case ArrayNode array -> array.set(Integer.parseInt(member), changed);
      default -> throw new IllegalArgumentException("the table names no object and no list");
    }
  }
}
