package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Header, query and form: wherever the product would look. */
class OneCredentialIsFoundInEveryPlace {

  private final CredentialCollector collector = new CredentialCollector();

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "places.csv",
      numLinesToSkip = 1,
      quoteCharacter = '`',
      useHeadersInDisplayName = true)
  void andTwoDifferentOnesAreRefused(
      String what,
      @Nullable String authorization,
      @Nullable String query,
      @Nullable String form,
      String expected) {
    var headers =
        authorization == null
            ? List.<HeaderField>of()
            : List.of(new HeaderField("authorization", authorization));

    var found = collector.collect(HeaderFields.of(headers), parameters(query), parameters(form));

    assertThat(Told.credential(found)).isEqualTo(expected);
  }

  private static Parameters parameters(@Nullable String text) {
    return Parameters.parse(Objects.requireNonNullElse(text, ""));
  }
}
