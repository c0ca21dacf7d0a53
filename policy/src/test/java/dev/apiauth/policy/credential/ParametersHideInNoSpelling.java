package dev.apiauth.policy.credential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.tomcat.util.buf.MessageBytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Parameters as a servlet container reads them, or more of them, but never fewer. */
class ParametersHideInNoSpelling {

  @ParameterizedTest(name = "{0} holds {1}")
  @CsvFileSource(resources = "parameters.csv", numLinesToSkip = 1)
  void eachIsFound(String text, String name, String values) {
    List<String> expected = values == null ? List.of() : Arrays.asList(values.split("\\|", -1));

    assertThat(Parameters.parse(text).all(name)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "parameters.csv", numLinesToSkip = 1)
  void neitherDoesTomcatFindOneThatWeDoNot(String text) {
    for (String name : tomcats(text)) {
      assertThat(Parameters.parse(text).all(name)).isNotEmpty();
    }
  }

  private static List<String> tomcats(String text) {
    var query = MessageBytes.newInstance();
    query.setString(text);
    var parameters = new org.apache.tomcat.util.http.Parameters();
    parameters.setQueryStringCharset(UTF_8);
    parameters.setQuery(query);
    try {
      parameters.handleQueryParameters();
    } catch (IllegalStateException malformed) {
      return List.of(); // Tomcat answers 400 to the whole request
    }
    return Collections.list(parameters.getParameterNames());
  }
}
