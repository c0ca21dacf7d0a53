package dev.apiauth.crd.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code kubectl wait}, and everything else that reads conditions, expects the usual ones. */
class AConditionIsOneAsKubernetesHasThem {

  @Test
  void eachTypeStandsOnce() throws IOException {
    JsonNode conditions = at("status.conditions");

    assertThat(texts(conditions.path("x-kubernetes-list-map-keys"))).containsExactly("type");
    assertThat(texts(at("status.conditions[]").path("required")))
        .containsExactly("lastTransitionTime", "message", "reason", "status", "type");
  }

  @Test
  void itIsTrueFalseOrUnknown() throws IOException {
    assertThat(texts(at("status.conditions[].status").path("enum")))
        .containsExactly("True", "False", "Unknown");
  }

  @Test
  void itsTimeIsADate() throws IOException {
    assertThat(at("status.conditions[].lastTransitionTime").path("format").asText())
        .isEqualTo("date-time");
  }

  private static JsonNode at(String path) throws IOException {
    return CommittedCrd.status()
        .filter(place -> place.path().equals(path))
        .findFirst()
        .orElseThrow()
        .schema();
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
