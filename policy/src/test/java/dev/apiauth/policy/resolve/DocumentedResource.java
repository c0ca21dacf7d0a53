package dev.apiauth.policy.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A resource in a page below {@code docs}.
 *
 * @param page the page's file name
 * @param yaml the block
 */
record DocumentedResource(String page, String yaml) {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  static Path docs() {
    return Path.of(System.getProperty("apiauth.root", "..")).resolve("docs");
  }

  static List<Path> pages(String folder) {
    try (Stream<Path> files = Files.list(docs().resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The YAML blocks of a page, in its order. */
  static List<String> blocks(Path page) {
    return BLOCK.matcher(text(page)).results().map(block -> block.group(1)).toList();
  }

  static Stream<DocumentedResource> of(Path page) {
    return blocks(page).stream()
        .filter(block -> block.startsWith("apiVersion: apiauth.dev/"))
        .map(block -> new DocumentedResource(page.getFileName().toString(), block));
  }

  CheckedResource checked() {
    return CHECK.check(yaml);
  }

  Resolution resolved(PresetCatalog catalog) {
    var resource = ((CheckedResource.Accepted) checked()).resource();
    return new PolicyResolver(catalog, new EgressRules(EgressAllowance.none()))
        .resolve(
            new PolicySource(resource.namespace(), resource.name(), 1),
            resource.spec(),
            Surroundings.of(new ReadersSecrets(), Instant.EPOCH));
  }

  /** What a sidecar makes of it. */
  Compilation compiled(PresetCatalog catalog) {
    PolicySet set = ((Resolution.Resolved) resolved(catalog)).set();
    return new PolicyCompiler(catalog, new PayloadIssuer(), ProductDefaults.NONE)
        .compile(set, PolicyHash.of(new byte[0]));
  }

  /** The Secrets that a page tells its reader to make. */
  private record ReadersSecrets() implements SecretLookup {

    @Override
    public List<SecretContent> labelled(Map<String, String> labels) {
      return List.of(
          new SecretContent(
              "pat-alice",
              labels,
              Map.of("username", "alice".getBytes(UTF_8), "token", "t".getBytes(UTF_8))));
    }

    @Override
    public Optional<SecretContent> named(String name) {
      byte[] secret = "s3cret".getBytes(UTF_8);
      byte[] key = GeneratedSecrets.text("GENERATED-KEY").getBytes(UTF_8);
      return Optional.of(
          new SecretContent(
              name,
              Map.of(),
              Map.of(
                  "client-secret", secret,
                  "app-secret", secret,
                  "bot-token", secret,
                  "private.pem", key)));
    }
  }

  @Override
  public String toString() {
    return page;
  }
}
