package dev.apiauth.policy.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A word of the schema that the check does not know would be a restriction that files escape. */
class TheCheckUnderstandsTheWholeCrd {

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "integer", "boolean");

  private static final RulePrograms PROGRAMS = new RulePrograms();

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("schemas")
  void everyWordOfEverySchema(String path, StructuralSchema schema) {
    assertThat(schema.json().fieldNames()).toIterable().isSubsetOf(StructuralSchema.KNOWN_WORDS);
    assertThat(schema.type()).isIn(TYPES);
    assertThatCode(() -> schema.pattern().ifPresent(Pattern::compile)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("rules")
  void everyRuleCompilesAndSaysWhatToDo(CelRule rule) {
    assertThatCode(() -> PROGRAMS.holds(rule, JsonNodeFactory.instance.objectNode()))
        .doesNotThrowAnyException();
    assertThat(rule.message()).hasSizeGreaterThan(20);
    assertThat(rule.reason()).isIn("", "FieldValueRequired");
  }

  static Stream<Object[]> schemas() {
    return Stream.of("atlassianapiauths", "atlassianapitokens")
        .flatMap(plural -> below(plural, KindCheck.committedSchema(plural)));
  }

  static Stream<CelRule> rules() {
    return schemas().flatMap(place -> ((StructuralSchema) place[1]).rules().stream());
  }

  private static Stream<Object[]> below(String path, StructuralSchema schema) {
    var fields =
        schema.properties().entrySet().stream()
            .flatMap(field -> below(path + "." + field.getKey(), field.getValue()));
    var others =
        List.of("items", "additionalProperties").stream()
            .filter(schema.json()::has)
            .flatMap(
                name -> below(path + "." + name, new StructuralSchema(schema.json().get(name))));
    return Stream.concat(
        Stream.<Object[]>of(new Object[] {path, schema}), Stream.concat(fields, others));
  }
}
