package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apiauth.crd.generate.CommittedCrd.Place;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KubectlExplainReadsWell {

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void everyFieldSaysWhatItMeansInWholeSentences(Place field) {
    assertThat(field.schema().path("description").asText())
        .matches("(?s)[A-Z].*\\.")
        .doesNotContain("{@", "<p>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fields")
  void andSaysItOnce(Place field) {
    assertThat(field.schema().path("description").asText().split("\\n")).doesNotHaveDuplicates();
  }

  @Test
  void anObjectAddsWhatItsFieldDidNotSay(@TempDir Path sources) throws IOException {
    var access = described(sources, "Who may call. Binds every call.", "who may call");

    assertThat(access).isEqualTo("Who may call. Binds every call.");
  }

  @Test
  void anObjectThatSaysSomethingElseComesSecond(@TempDir Path sources) throws IOException {
    var access = described(sources, "Binds every {@code API} call.", "who may call");

    assertThat(access).isEqualTo("Who may call.\nBinds every `API` call.");
  }

  @Test
  void aFieldWithoutASentenceStopsTheBuild(@TempDir Path sources) {
    assertThatThrownBy(() -> described(sources, "Anything.", ""))
        .hasMessage("Outer does not say what inner means: add an @param");
  }

  @Test
  void aTagWithoutAPlainFormStopsTheBuild(@TempDir Path sources) {
    assertThatThrownBy(() -> described(sources, "See {@link String}.", "who may call"))
        .hasMessageContaining("say it in plain words");
  }

  @Test
  void aNewListMustSayHowItMerges() {
    var list = new SchemaNode("spec.unheardOf", new JSONSchemaProps(), List.class);

    assertThatThrownBy(() -> ListMerging.applyTo(list))
        .hasMessage("say in ListMerging how spec.unheardOf merges");
  }

  record Inner() {}

  record Outer(Inner inner) {}

  /** What the field {@code inner} is described as, where the sources say these sentences. */
  private static String described(Path sources, String ofInner, String ofField) throws IOException {
    Files.writeString(
        sources.resolve("Outer.java"),
        """
        /** Outer.
          * @param inner %s
          */
        record Outer(Inner inner) {}
        /** %s */
        record Inner() {}
        """
            .formatted(ofField, ofInner));
    var inner = new JSONSchemaProps();
    var outer = new JSONSchemaProps();
    outer.getProperties().put("inner", inner);
    new FieldDescriptions(SpecJavadoc.read(Stream.of(sources)))
        .describe(new SchemaNode("spec", outer, Outer.class));
    return inner.getDescription();
  }

  static Stream<Place> fields() throws IOException {
    return Stream.concat(CommittedCrd.spec(), CommittedCrd.status())
        .filter(place -> !place.path().endsWith("[]") && !place.path().endsWith(".*"));
  }
}
