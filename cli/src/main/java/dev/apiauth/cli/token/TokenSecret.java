package dev.apiauth.cli.token;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Format;
import java.util.Map;

/**
 * A Secret that describes a token, and does not hold it.
 *
 * @param manifest the Secret as kubectl takes it
 */
record TokenSecret(Manifest manifest) implements Answer {

  static TokenSecret of(Metadata metadata, Map<String, String> keys) {
    return new TokenSecret(new Manifest("v1", "Secret", metadata, "Opaque", keys));
  }

  @Override
  public String text() {
    return Format.YAML.render(this);
  }

  @Override
  public Object data() {
    return manifest;
  }

  /** The manifest. */
  record Manifest(
      String apiVersion,
      String kind,
      Metadata metadata,
      String type,
      Map<String, String> stringData) {}

  /** Its metadata; the namespace is left to whoever applies it where none was named. */
  record Metadata(
      String name,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String namespace,
      Map<String, String> labels) {}
}
