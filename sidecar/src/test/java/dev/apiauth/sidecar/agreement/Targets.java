package dev.apiauth.sidecar.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Request targets that make servers disagree, as they stand in a request line. */
final class Targets {

  private Targets() {}

  /** Tomcat's own table for the Servlet 6.0 canonicalisation. */
  static Stream<String> ofTheServletTable() throws IOException {
    return vectors("apache-tomcat/uri-canonicalization.json", "cases", "request_target")
        .filter(Targets::standsInARequestLine);
  }

  /** Tomcat's own table for the normalisation of paths. */
  static Stream<String> ofTomcatsNormalization() throws IOException {
    return vectors("apache-tomcat/normalize.json", "cases", "input")
        .map(path -> path.startsWith("/") ? path : '/' + path)
        .filter(Targets::standsInARequestLine);
  }

  /** Paths of published attacks on Atlassian's products. */
  static Stream<String> ofPublishedAttacks() throws IOException {
    return vectors("atlassian/path-regressions.json", "paths", "path");
  }

  /** The project's own. */
  static Stream<String> ofOurs() throws IOException {
    try (InputStream list =
        Objects.requireNonNull(Targets.class.getResourceAsStream("targets.txt"))) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).toList().stream();
    }
  }

  private static Stream<String> vectors(String file, String list, String field) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(SharedVectors.file(file).toFile());
    List<String> found =
        StreamSupport.stream(tree.get(list).spliterator(), false)
            .map(row -> row.get(field).asText())
            .toList();
    return found.stream();
  }

  /** A space would end the target, so what follows it would be no part of it. */
  private static boolean standsInARequestLine(String target) {
    return !target.isEmpty() && target.chars().allMatch(octet -> octet > ' ' && octet <= 0xFF);
  }
}
