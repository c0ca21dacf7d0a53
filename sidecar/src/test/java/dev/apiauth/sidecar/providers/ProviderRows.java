package dev.apiauth.sidecar.providers;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.testkit.idp.standin.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a table, such as matrix.yaml, says of one provider.
 *
 * @param entry of the resource, beside what the stand-in tells
 * @param extended what is added or changed, so that applications act as somebody
 * @param tokens the answer to every kind of token, by the entry alone
 * @param extendedTokens the answer to those kinds that the extension is for
 */
record ProviderRows(
    Map<String, Object> entry,
    Map<String, Object> extended,
    Map<TokenKind, String> tokens,
    Map<TokenKind, String> extendedTokens) {

  ProviderRows(
      @Nullable Map<String, Object> entry,
      @Nullable Map<String, Object> extended,
      Map<TokenKind, String> tokens,
      @Nullable Map<TokenKind, String> extendedTokens) {
    this.entry = Objects.requireNonNullElse(entry, Map.of());
    this.extended = Objects.requireNonNullElse(extended, Map.of());
    this.tokens = tokens;
    this.extendedTokens = Objects.requireNonNullElse(extendedTokens, Map.of());
  }

  /** All of a file, for providers of that kind. */
  static <P> Map<P, ProviderRows> of(String file, Class<P> kind) {
    var yaml = new YAMLMapper();
    var type = yaml.getTypeFactory().constructMapType(Map.class, kind, ProviderRows.class);
    try (var in = ProviderRows.class.getResourceAsStream(file)) {
      return yaml.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
