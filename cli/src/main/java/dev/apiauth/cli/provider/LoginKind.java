package dev.apiauth.cli.provider;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a token is fetched for a test. */
enum LoginKind {
  /** Authorization code with PKCE (RFC 6749, section 4.1; RFC 7636; RFC 8252). */
  CODE,
  /** Device authorization (RFC 8628). */
  DEVICE,
  /** The application itself (RFC 6749, section 4.4). */
  CLIENT_CREDENTIALS;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads the words of the command line. */
  static final class FromWord implements ITypeConverter<LoginKind> {

    @Override
    public LoginKind convert(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"%s\" is no login: write one of %s".formatted(word, words())));
    }

    private static String words() {
      return Arrays.stream(values()).map(LoginKind::word).collect(Collectors.joining(", "));
    }
  }
}
