package dev.apiauth.policy.credential;

import dev.apiauth.policy.request.HeaderFields;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * In which character set a servlet container reads parameters: the one that Content-Type names, for
 * forms and, with {@code useBodyEncodingForURI} as in Jira's {@code server.xml}, for the query too.
 *
 * <p>In UTF-16 or EBCDIC ({@code charset=ibm037}) the octets of {@code os_password} are others, and
 * a password would go by unseen (Q2). So only sets are read in which ASCII stands for itself.
 */
final class ParameterCharset {

  private static final Set<String> READABLE =
      Set.of("utf-8", "utf8", "us-ascii", "iso-8859-1", "iso-8859-15", "latin1", "windows-1252");

  private ParameterCharset() {}

  /** Whether every character set that is named is one of those; none is UTF-8. */
  static boolean isReadable(HeaderFields headers) {
    return headers.all("Content-Type").stream()
        .flatMap(ParameterCharset::named)
        .allMatch(READABLE::contains);
  }

  /** More than a parser would find: a name inside of a quoted string counts as well. */
  private static Stream<String> named(String contentType) {
    return Arrays.stream(contentType.toLowerCase(Locale.ROOT).split(";", -1))
        .map(parameter -> parameter.split("=", 2))
        .filter(parameter -> parameter.length == 2 && parameter[0].strip().equals("charset"))
        .map(parameter -> parameter[1].replace("\"", "").strip());
  }
}
