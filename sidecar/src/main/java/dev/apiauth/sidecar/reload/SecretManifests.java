package dev.apiauth.sidecar.reload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the Secrets in files of manifests (JSON is YAML, too), and what is wrong with them. */
final class SecretManifests {

  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final YAMLFactory TOKENS = new YAMLFactory();

  private final List<SecretFiles.Manifest> secrets = new ArrayList<>();
  private final List<FaultySecret> faults = new ArrayList<>();

  List<SecretFiles.Manifest> secrets() {
    return secrets;
  }

  List<FaultySecret> faults() {
    return faults;
  }

  /** Reads one file. One that is no YAML is skipped as a whole, a faulty Secret in it alone. */
  void read(String file, byte[] bytes) {
    try {
      // The tree would take the name of an alias for its value.
      if (hasAlias(bytes)) faults.add(new FaultySecret(file, "YAML aliases are not understood"));
      else documents(bytes).forEach(document -> readObject(file, document));
    } catch (JsonProcessingException e) {
      faults.add(new FaultySecret(file, "it is neither YAML nor JSON" + place(e)));
    } catch (IOException e) {
      faults.add(new FaultySecret(file, "it cannot be read"));
    }
  }

  private static boolean hasAlias(byte[] bytes) throws IOException {
    try (var parser = TOKENS.createParser(bytes)) {
      while (parser.nextToken() != null) {
        if (parser.isCurrentAlias()) return true;
      }
      return false;
    }
  }

  private static List<@Nullable JsonNode> documents(byte[] bytes) throws IOException {
    try (MappingIterator<@Nullable JsonNode> documents =
        YAML.readerFor(JsonNode.class).readValues(bytes)) {
      return documents.readAll();
    }
  }

  /** Where the parser stopped. Its own message would quote the text, which is secret. */
  private static String place(JsonProcessingException e) {
    var place = e.getLocation();
    return place == null ? "" : " (line %d)".formatted(place.getLineNr());
  }

  private void readObject(String file, @Nullable JsonNode object) {
    if (object == null) return; // nothing between two separators
    switch (object.path("kind").asText()) {
      case "Secret" -> readSecret(file, object);
      case "List", "SecretList" -> object.path("items").forEach(item -> readObject(file, item));
      default -> {} // ConfigMaps and others may lie beside them
    }
  }

  private void readSecret(String file, JsonNode secret) {
    var reader = new SecretReader(secret);
    var content = reader.content();
    if (reader.problems().isEmpty()) {
      secrets.add(new SecretFiles.Manifest(file, reader.namespace(), content));
    } else {
      reader.problems().forEach(problem -> faults.add(new FaultySecret(file, problem)));
    }
  }
}
