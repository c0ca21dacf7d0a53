package dev.apiauth.policy.decide;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.http.Rfc6265CookieProcessor;
import org.apache.tomcat.util.http.ServerCookies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What the product's Tomcat would take for a session is found; more than that does no harm. */
class SessionCookiesHideInNoSpelling {

  private static final Set<String> NAMES = Set.of("JSESSIONID", "seraph.rememberme.cookie");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "cookies.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void eachIsFound(String lines, String expected) {
    List<String> pairs = expected == null ? List.of() : Arrays.asList(expected.split("\\|"));

    assertThat(SessionCookies.among(headers(lines), NAMES).pairs()).isEqualTo(pairs);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "cookies.csv", numLinesToSkip = 1, quoteCharacter = '`')
  void neitherDoesTomcatFindOneThatWeDoNot(String lines) {
    if (tomcats(lines).stream().anyMatch(NAMES::contains)) {
      assertThat(SessionCookies.among(headers(lines), NAMES).isEmpty()).isFalse();
    }
  }

  private static HeaderFields headers(String lines) {
    return HeaderFields.of(
        Arrays.stream(lines(lines)).map(line -> new HeaderField("Cookie", line)).toList());
  }

  private static List<String> tomcats(String lines) {
    var headers = new MimeHeaders();
    for (String line : lines(lines)) {
      byte[] bytes = line.getBytes(ISO_8859_1);
      headers.addValue("Cookie").setBytes(bytes, 0, bytes.length);
    }
    var cookies = new ServerCookies(4);
    new Rfc6265CookieProcessor().parseCookieHeader(headers, cookies);
    var names = new ArrayList<String>();
    for (int at = 0; at < cookies.getCookieCount(); at++) {
      names.add(cookies.getCookie(at).getName().toString());
    }
    return names;
  }

  /** A bar stands between two lines, TAB for a tab. */
  private static String[] lines(String text) {
    return text.replace("TAB", "\t").split("\\|");
  }
}
