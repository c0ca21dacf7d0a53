package dev.apiauth.testkit.playground.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A preset that can be tried, by the name of its page and its example. */
enum ProviderName {
  ENTRA_ID,
  AZURE_AD_B2C,
  KEYCLOAK,
  OIDC,
  OKTA,
  AWS_COGNITO,
  GOOGLE,
  GITHUB,
  SLACK,
  GITLAB,
  FACEBOOK,
  DISCORD;

  /** Of the page in {@code docs/providers}, and of the file in {@code examples/providers}. */
  String page() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By the page's name, or the preset's own: case and hyphens do not count. */
  static Optional<ProviderName> spelled(String text) {
    return Arrays.stream(values()).filter(one -> plain(one.page()).equals(plain(text))).findFirst();
  }

  /** All names of pages, in the order of the documentation. */
  static List<String> pages() {
    return Arrays.stream(values()).map(ProviderName::page).toList();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace("-", "");
  }
}
