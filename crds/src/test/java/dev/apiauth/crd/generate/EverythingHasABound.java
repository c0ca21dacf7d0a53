package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.crd.generate.CommittedCrd.Place;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Without bounds the API server refuses the CRD for the estimated cost of its CEL rules. */
class EverythingHasABound {

  @ParameterizedTest(name = "{0}")
  @MethodSource("strings")
  void aStringEndsSomewhere(Place string) {
    assertThat(string.schema().has("maxLength") || string.schema().has("enum")).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lists")
  void aListEndsSomewhereAndSaysHowItMerges(Place list) {
    assertThat(list.schema().has("maxItems")).isTrue();
    assertThat(list.schema().path("x-kubernetes-list-type").asText()).isIn("map", "atomic");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("listsOfTheSpec")
  void aListThatIsPresentHasAnItemSoThatNoRestrictionVanishes(Place list) {
    int least = list.schema().path("minItems").asInt(0);
    assertThat(least).isEqualTo(list.path().equals("spec.providers") ? 0 : 1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("maps")
  void aMapEndsSomewhereAndSoDoTheLengthsOfItsKeys(Place map) {
    assertThat(map.schema().has("maxProperties")).isTrue();
    assertThat(map.schema().path("x-kubernetes-validations").findValuesAsText("rule"))
        .anyMatch(rule -> rule.contains("size("));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbersOfTheSpec")
  void aNumberHasBothBoundsAsWholeNumbers(Place number) {
    for (String bound : List.of("minimum", "maximum")) {
      assertThat(number.schema().path(bound).isIntegralNumber()).isTrue();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("counts")
  void aCountIsNotNegative(Place count) {
    assertThat(count.schema().path("minimum").asInt(-1)).isZero();
  }

  static Stream<Place> strings() throws IOException {
    return everything().filter(place -> place.is("string"));
  }

  static Stream<Place> lists() throws IOException {
    return everything().filter(place -> place.is("array"));
  }

  static Stream<Place> listsOfTheSpec() throws IOException {
    return CommittedCrd.spec().filter(place -> place.is("array"));
  }

  static Stream<Place> maps() throws IOException {
    return everything().filter(place -> place.schema().has("additionalProperties"));
  }

  static Stream<Place> numbersOfTheSpec() throws IOException {
    return CommittedCrd.spec().filter(place -> place.is("integer"));
  }

  static Stream<Place> counts() throws IOException {
    return CommittedCrd.status().filter(place -> place.is("integer"));
  }

  private static Stream<Place> everything() throws IOException {
    return Stream.concat(CommittedCrd.spec(), CommittedCrd.status());
  }
}
