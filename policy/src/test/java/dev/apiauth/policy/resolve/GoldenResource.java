package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file {@code golden/NAME.in.yaml}: a resource, the Secrets of its namespace behind it, and in a
 * comment {@code # egress.allow:} what the installation opens.
 *
 * @param name the file's name without its ending
 * @param resource the text of the resource
 * @param secrets the Secrets
 * @param opened the entries of {@code egress.allow}
 */
public record GoldenResource(
    String name, String resource, List<SecretContent> secrets, List<String> opened) {

  private static final String ENDING = ".in.yaml";
  private static final String OPENED = "# egress.allow: ";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  /** Every file of the folder, by name. */
  public static Stream<GoldenResource> all() {
    try (var files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList().stream()
          .map(GoldenResource::read);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Those that become a policy, with what became of them. */
  public static Stream<Resolution.Resolved> allResolved() {
    return all()
        .map(GoldenResource::resolution)
        .filter(Resolution.Resolved.class::isInstance)
        .map(Resolution.Resolved.class::cast);
  }

  /** The folder in the sources, so that goldens are written where they are committed. */
  static Path folder() {
    return Path.of(System.getProperty("apiauth.root", ".."))
        .resolve("policy/src/test/resources/dev/apiauth/policy/resolve/golden");
  }

  /** What resolving makes of it. */
  public Resolution resolution() {
    var checked = ((CheckedResource.Accepted) CHECK.check(resource)).resource();
    var resolver =
        new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.of(opened)));
    var source = new PolicySource(checked.namespace(), checked.name(), checked.generation());
    return resolver.resolve(
        source,
        checked.spec(),
        Surroundings.of(SecretLookup.of(secrets), Instant.parse("2026-11-24T12:00:00Z")));
  }

  /** Whatever in the Secrets must not be seen anywhere else. */
  Stream<String> planted() {
    return secrets.stream()
        .flatMap(secret -> secret.data().values().stream())
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .flatMap(text -> Arrays.stream(text.split("[\\s,{}:\"]+")))
        .filter(word -> word.startsWith("PLANTED"));
  }

  private static GoldenResource read(Path file) {
    try {
      String text = Files.readString(file);
      List<String> documents = List.of(text.split("(?m)^---$"));
      var secrets = new ArrayList<SecretContent>();
      for (String document : documents.subList(1, documents.size())) {
        secrets.add(secret(YAML.readTree(document)));
      }
      String name = file.getFileName().toString().replace(ENDING, "");
      return new GoldenResource(name, documents.getFirst(), secrets, opened(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SecretContent secret(JsonNode manifest) {
    var labels = new HashMap<String, String>();
    manifest
        .at("/metadata/labels")
        .properties()
        .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
    var data = new HashMap<String, byte[]>();
    manifest
        .path("stringData")
        .properties()
        .forEach(
            value ->
                data.put(
                    value.getKey(),
                    GeneratedSecrets.text(value.getValue().asText())
                        .getBytes(StandardCharsets.UTF_8)));
    manifest
        .path("data")
        .properties()
        .forEach(
            value ->
                data.put(value.getKey(), Base64.getDecoder().decode(value.getValue().asText())));
    return new SecretContent(manifest.at("/metadata/name").asText(), labels, data);
  }

  private static List<String> opened(String text) {
    return text.lines()
        .filter(line -> line.startsWith(OPENED))
        .flatMap(line -> Arrays.stream(line.substring(OPENED.length()).split(" ")))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
