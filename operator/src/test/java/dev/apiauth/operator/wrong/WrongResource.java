package dev.apiauth.operator.wrong;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.resolve.Surroundings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A row of the table that the file check is tested with: changes to the smallest useful resource, a
 * path and a value each; null takes the field away.
 *
 * @param name the file's name without its ending
 * @param stage who refuses it first: schema, cel or resolve
 * @param resource the whole resource
 */
record WrongResource(String name, String stage, ObjectNode resource) {

  private static final Path TABLE =
      Path.of(
          System.getProperty("apiauth.root"), "policy/src/test/resources/dev/apiauth/policy/check");
  private static final String STAGE = "# refused by: ";
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();
  private static final PolicyResolver RESOLVER =
      new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.none()));

  /** The rows that these stages refuse, by name. */
  static Stream<WrongResource> refusedBy(String... stages) {
    try (var files = Files.list(TABLE.resolve("wrong"))) {
      return files.sorted().map(WrongResource::read).toList().stream()
          .filter(row -> Arrays.asList(stages).contains(row.stage));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static WrongResource read(Path file) {
    String name = file.getFileName().toString().replace(".yaml", "");
    String stage =
        text(file)
            .lines()
            .filter(line -> line.startsWith(STAGE))
            .map(line -> line.substring(STAGE.length()))
            .findFirst()
            .orElseThrow();
    return new WrongResource(
        name, stage, stage.equals("file") ? YAML.createObjectNode() : changed(file));
  }

  private static ObjectNode changed(Path file) {
    ObjectNode resource = tree(TABLE.resolve("right").resolve("smallest.yaml"));
    tree(file).properties().forEach(change -> set(resource, change.getKey(), change.getValue()));
    return resource;
  }

  private static void set(ObjectNode resource, String place, JsonNode value) {
    var pointer =
        JsonPointer.compile("/" + place.replace("[", ".").replace("]", "").replace('.', '/'));
    String last = pointer.last().getMatchingProperty();
    if (resource.at(pointer.head()) instanceof ArrayNode list) {
      list.insert(Integer.parseInt(last), value);
    } else if (value.isNull()) {
      resource.withObject(pointer.head()).remove(last);
    } else {
      resource.withObject(pointer.head()).set(last, value);
    }
  }

  private static ObjectNode tree(Path file) {
    try {
      return (ObjectNode) YAML.readTree(text(file));
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same in a namespace that there is, where its own is meant to be right. */
  WrongResource in(String namespace) {
    ObjectNode moved = resource.deepCopy();
    if (moved.at("/metadata/namespace").asText().equals("atlassian")) {
      moved.withObject("/metadata").put("namespace", namespace);
    }
    return new WrongResource(name, stage, moved);
  }

  /** The same under its own name and for a workload of its own, so that rows are no rivals. */
  WrongResource alone() {
    String own = name.toLowerCase(Locale.ROOT);
    ObjectNode renamed = resource.deepCopy();
    renamed.withObject("/metadata").put("name", own);
    renamed.withObject("/spec/targetRef").put("name", own);
    return new WrongResource(own, stage, renamed);
  }

  /** What the file check finds wrong with it. */
  List<Problem> problemsOfTheFile() {
    return ((CheckedResource.Refused) CHECK.check(yaml())).problems();
  }

  /** What resolving finds wrong with it where there are no Secrets and nothing is opened. */
  List<Problem> problemsOfResolving() {
    var checked = ((CheckedResource.Accepted) CHECK.check(yaml())).resource();
    var source = new PolicySource(checked.namespace(), checked.name(), 1);
    return ((Resolution.Refused)
            RESOLVER.resolve(
                source, checked.spec(), Surroundings.of(SecretLookup.NONE, Instant.EPOCH)))
        .problems();
  }

  /** The resource as YAML. */
  String yaml() {
    try {
      return YAML.writeValueAsString(resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
