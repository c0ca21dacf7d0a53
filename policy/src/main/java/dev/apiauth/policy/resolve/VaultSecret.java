package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Secret of the vault: the keys username, token and expires, or a list of such entries in
 * pats.yaml.
 */
final class VaultSecret {

  private static final String LIST = "pats.yaml";
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private VaultSecret() {}

  /** One element of {@code pats.yaml}. */
  private record Element(
      @Nullable String username, @Nullable String token, @Nullable String expires) {}

  static List<VaultEntry> entries(SecretContent secret, Findings findings) {
    if (secret.data().containsKey(LIST)) return onlyListed(secret, findings);
    return entry(
            secret,
            "",
            secret.text("username"),
            secret.text("token"),
            secret.text("expires"),
            findings)
        .map(List::of)
        .orElse(List.of());
  }

  private static List<VaultEntry> onlyListed(SecretContent secret, Findings findings) {
    if (secret.data().containsKey("username") || secret.data().containsKey("token")) {
      unusable(secret, "it has an entry of its own beside " + LIST, findings);
      return List.of();
    }
    try {
      return listed(secret, elements(secret), findings);
    } catch (IOException e) {
      unusable(
          secret,
          "its key %s is not a list of entries with username, token and expires".formatted(LIST),
          findings);
      return List.of();
    }
  }

  private static List<VaultEntry> listed(
      SecretContent secret, List<Element> elements, Findings findings) {
    var found = new ArrayList<VaultEntry>();
    for (int at = 0; at < elements.size(); at++) {
      Element element = elements.get(at);
      entry(
              secret,
              "%s[%d].".formatted(LIST, at),
              text(element.username()),
              text(element.token()),
              text(element.expires()),
              findings)
          .ifPresent(found::add);
    }
    return found;
  }

  /** YAML can say null for the list and for each of its items; neither is an entry. */
  private static List<Element> elements(SecretContent secret) throws IOException {
    @Nullable Element[] elements = YAML.readValue(secret.data().get(LIST), Element[].class);
    if (elements == null) throw new IOException(LIST + " is null");
    return Arrays.stream(elements)
        .map(element -> element == null ? new Element(null, null, null) : element)
        .toList();
  }

  private static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip);
  }

  private static Optional<VaultEntry> entry(
      SecretContent secret,
      String place,
      Optional<String> username,
      Optional<String> token,
      Optional<String> expires,
      Findings findings) {
    if (lacks(username)) return unusable(secret, "it has no " + place + "username", findings);
    if (lacks(token)) return unusable(secret, "it has no " + place + "token", findings);
    if (!token.orElseThrow().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return unusable(secret, place + "token has characters that no token has", findings);
    }
    if (expires.filter(text -> !isInstant(text)).isPresent()) {
      return unusable(secret, place + "expires is not a time like 2027-03-31T00:00:00Z", findings);
    }
    return Optional.of(
        new VaultEntry(
            username.orElseThrow(), token.orElseThrow(), expires.orElse(null), secret.name()));
  }

  private static boolean lacks(Optional<String> text) {
    return text.filter(value -> !value.isEmpty()).isEmpty();
  }

  private static boolean isInstant(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeParseException notATime) {
      return false;
    }
  }

  private static Optional<VaultEntry> unusable(
      SecretContent secret, String why, Findings findings) {
    findings.warning(
        "Secret " + secret.name(),
        "the Secret is not used: " + why,
        "Give it username, token and, if known, expires");
    return Optional.empty();
  }
}
