package dev.apiauth.sidecar.reload;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.policy.resolve.SecretContent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one manifest of kind Secret. What is wrong with it is collected, and quotes no value. */
final class SecretReader {

  private static final Pattern BASE64 =
      Pattern.compile("(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

  private final JsonNode secret;
  private final List<String> problems = new ArrayList<>();

  SecretReader(JsonNode secret) {
    this.secret = secret;
  }

  /** What is wrong; complete once {@link #content} was asked for. */
  List<String> problems() {
    return problems;
  }

  /** Empty where the manifest leaves it to whoever applies it. */
  String namespace() {
    return secret.path("metadata").path("namespace").asText();
  }

  /** The Secret, as far as it can be read: {@code stringData} wins over {@code data}, as there. */
  SecretContent content() {
    var metadata = secret.path("metadata");
    if (name().isEmpty()) problems.add("a Secret has no metadata.name");
    var data = new TreeMap<String, byte[]>();
    texts("data", secret).forEach((key, text) -> data.put(key, decoded(key, text)));
    texts("stringData", secret)
        .forEach((key, text) -> data.put(key, text.getBytes(StandardCharsets.UTF_8)));
    return new SecretContent(name(), texts("labels", metadata), data);
  }

  private String name() {
    return secret.path("metadata").path("name").asText();
  }

  private Map<String, String> texts(String member, JsonNode parent) {
    var texts = new TreeMap<String, String>();
    for (var field : parent.path(member).properties()) {
      if (field.getValue().isTextual()) texts.put(field.getKey(), field.getValue().asText());
      else problem("%s.%s is not a string".formatted(member, field.getKey()));
    }
    return texts;
  }

  /** As the API server does it: line ends do not count, padding is a must. */
  private byte[] decoded(String key, String text) {
    String base64 = text.replaceAll("[\\r\\n]", "");
    if (BASE64.matcher(base64).matches()) return Base64.getDecoder().decode(base64);
    problem("data.%s is not base64".formatted(key));
    return new byte[0];
  }

  private void problem(String what) {
    problems.add("Secret %s: %s".formatted(name(), what));
  }
}
