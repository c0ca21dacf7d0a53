package dev.apiauth.bench.large;

import dev.apiauth.bench.figure.Laps;
import dev.apiauth.bench.party.BenchFailure;
import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.testkit.scenario.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A resource with as many groups and networks, and Secrets with as many API tokens and entries of
 * the vault.
 *
 * @param yaml the resource
 * @param secrets the Secrets
 * @param now when the tokens were issued
 */
public record LargeResource(String yaml, SecretLookup secrets, Instant now) {

  private static final int OCTET = 256;

  /** With so many of each; the schema takes 1,024 groups and networks. */
  public static LargeResource of(int number) {
    Instant now = Instant.now();
    String yaml =
        Manifest.of(frame())
            .with("/spec/access/groups/allow", numbered(number, "group-%d"::formatted))
            .with("/spec/access/cidrs/allow", numbered(number, LargeResource::network))
            .yaml();
    return new LargeResource(yaml, ManySecrets.of(number, now), now);
  }

  private static String frame() {
    try (InputStream in = LargeResource.class.getResourceAsStream("resource.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> numbered(int number, IntFunction<String> name) {
    return IntStream.range(0, number).mapToObj(name).toList();
  }

  private static String network(int number) {
    return "10.%d.%d.0/24".formatted(number / OCTET, number % OCTET);
  }

  /** How much would be published, in bytes. */
  public int published() {
    var way = new WayIntoForce(Path.of(""), now);
    return way.render(way.resolve(way.check(yaml), secrets), yaml).size();
  }

  /**
   * Takes it into force once, and says how long each part took.
   *
   * @param mounted the folder that stands for the sidecar's mounted Secret
   */
  public Laps takenIntoForce(Path mounted) {
    var way = new WayIntoForce(mounted, now);
    var laps = new Laps();
    AtlassianApiAuthResource resource = laps.time("checked", () -> way.check(yaml));
    PolicySet set = laps.time("resolved", () -> way.resolve(resource, secrets));
    EncodedPolicy rendered = laps.time("rendered", () -> way.render(set, yaml));
    way.mount(rendered);
    CompiledPolicy loaded = laps.time("loaded", way::load);
    if (loaded.apiTokens().tokens().ids().size() != secrets.labelled(ManySecrets.API_TOKENS).size())
      throw new BenchFailure("not every API token is in force");
    return laps;
  }
}
