package dev.apiauth.policy.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.resolve.GoldenResource;
import dev.apiauth.policy.resolve.Resolution;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that change under a reader's eyes: either the whole set, or the one before it. */
class AHalfOrForeignPolicyIsNotRead {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PolicyCodec codec = new PolicyCodec();
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  @BeforeEach
  void publish() {
    PolicyDocument document = cognito().set().document();
    var vault = new VaultDocument(List.of(new VaultEntry("alice", "s3cret", null, "one")));
    files.putAll(codec.encode(PolicySet.of(document, vault)).files());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"manifest.json", "policy.json", "vault.json", "api-tokens.json", "secrets.json"})
  void aMissingFileMayStillBeOnItsWay(String name) {
    files.remove(name);

    assertThat(codec.read(files))
        .isInstanceOfSatisfying(
            PolicyReading.Incomplete.class, half -> assertThat(half.why()).contains(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy.json", "vault.json", "api-tokens.json", "secrets.json"})
  void aFileOfAnotherSetBelongsToNone(String name) {
    files.put(name, "{}".getBytes(UTF_8));

    assertThat(codec.read(files))
        .isEqualTo(new PolicyReading.Incomplete(name + " is not the one that the manifest names"));
  }

  @Test
  void nothingIsNotAPolicy() {
    assertThat(codec.read(Map.of())).isInstanceOf(PolicyReading.Incomplete.class);
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "policy.json, `\"version\":1`, `\"version\":2`, `the policy has version 2, this sidecar"
            + " reads 1`",
        "policy.json, `\"mode\":`, `\"dryRun\":true,\"mode\":`, unknown field .dryRun",
        "policy.json, `\"mode\":`, `\"mode\":\"Shadow\",\"mode\":`, it is no JSON",
        "policy.json, `\"Enforce\"`, `\"Sometimes\"`, what it says does not fit at .mode",
        "policy.json, `\"providers\":[`, `\"providers\":[null,`, cannot be read",
        "vault.json, `\"token\":`, `\"tokens\":`, unknown field .entries[0].tokens",
        "vault.json, `\"s3cret\"`, `\"s3cret`, cannot be read",
        "vault.json, `]}`, `]}{}`, what it says does not fit at its top"
      })
  void whatThisVersionDoesNotKnowIsNotGuessed(
      String name, String text, String instead, String why) {
    String published = new String(files.get(name), UTF_8);
    assertThat(published).contains(text);
    files.put(name, published.replace(text, instead).getBytes(UTF_8));
    files.put("manifest.json", manifest(1));

    assertThat(codec.read(files))
        .isInstanceOfSatisfying(
            PolicyReading.Unreadable.class,
            unreadable -> assertThat(unreadable.why()).contains(why).doesNotContain("s3cret"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/access",
        "/credentials",
        "/upstream",
        "/mode",
        "/providers/0/issuers",
        "/providers/0/verification",
        "/providers/0/verification/accessToken",
        "/providers/0/scopes",
        "/providers/0/limits"
      })
  void norWhatLacksAMember(String member) throws IOException {
    JsonNode policy = JSON.readTree(files.get("policy.json"));
    var place = JsonPointer.compile(member);
    ((ObjectNode) policy.at(place.head())).putNull(place.last().getMatchingProperty());
    files.put("policy.json", JSON.writeValueAsBytes(policy));
    files.put("manifest.json", manifest(1));

    assertThat(codec.read(files)).isInstanceOf(PolicyReading.Unreadable.class);
  }

  @Test
  void norAManifestOfAnotherVersion() {
    files.put("manifest.json", manifest(2));

    assertThat(codec.read(files))
        .isEqualTo(
            new PolicyReading.Unreadable("the manifest has version 2, this sidecar reads 1"));
  }

  @Test
  void norAManifestThatNamesNoVault() {
    files.remove("vault.json");
    files.put("manifest.json", manifest(1));

    assertThat(codec.read(files))
        .isEqualTo(
            new PolicyReading.Unreadable(
                "the manifest does not name each of [policy.json, vault.json, api-tokens.json,"
                    + " secrets.json]"));
  }

  private static Resolution.Resolved cognito() {
    return GoldenResource.all()
        .filter(golden -> golden.name().equals("cognito"))
        .map(GoldenResource::resolution)
        .map(Resolution.Resolved.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private byte[] manifest(int version) {
    String digests =
        files.entrySet().stream()
            .filter(file -> !file.getKey().equals("manifest.json"))
            .map(
                file ->
                    "\"%s\":\"%s\""
                        .formatted(file.getKey(), PolicyHash.of(file.getValue()).value()))
            .collect(Collectors.joining(","));
    return "{\"files\":{%s},\"version\":%d}".formatted(digests, version).getBytes(UTF_8);
  }
}
