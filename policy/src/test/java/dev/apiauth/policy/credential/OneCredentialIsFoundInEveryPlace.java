package dev.apiauth.policy.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    var found =
        collector.collect(
            HeaderFields.of(headers), Optional.empty(), parameters(query), parameters(form));

    assertThat(Told.credential(found)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "places-with-a-header.csv",
      numLinesToSkip = 1,
      quoteCharacter = '`',
      emptyValue = "",
      ignoreLeadingAndTrailingWhitespace = false)
  void andInTheHeaderFieldThatThePolicyNames(
      String what,
      @Nullable String authorization,
      @Nullable String first,
      @Nullable String second,
      @Nullable String query,
      String expected) {
    var headers = new ArrayList<HeaderField>();
    if (authorization != null) headers.add(new HeaderField("Authorization", authorization));
    if (first != null) headers.add(new HeaderField("x-api-KEY", first));
    if (second != null) headers.add(new HeaderField("X-Api-Key", second));

    var found =
        collector.collect(
            HeaderFields.of(headers), Optional.of("X-Api-Key"), parameters(query), Parameters.NONE);

    assertThat(Told.credential(found)).isEqualTo(expected);
  }

  private static Parameters parameters(@Nullable String text) {
    return Parameters.parse(Objects.requireNonNullElse(text, ""));
  }
}
