package dev.apiauth.testkit.kube.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariablesAreExpandedAsTheKubeletDoes {

  private static final VariableReferences NAMES = new VariableReferences(Map.of("NAME", "jira"));

  @ParameterizedTest
  @CsvSource({
    "$(NAME)-0, jira-0",
    "$(UNKNOWN), $(UNKNOWN)",
    "$$(NAME), $(NAME)",
    "$NAME, $NAME",
    "$(NAME)$(NAME), jirajira"
  })
  void inParenthesesAlone(String text, String expanded) {
    assertThat(NAMES.expand(text)).isEqualTo(expanded);
  }
}
