package dev.apiauth.policy.compile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.GoldenResource;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretContent;
import dev.apiauth.policy.token.ApiTokenText;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** From Secrets to what decides, through the published bytes: a thousand tokens, fully narrowed. */
class AThousandApiTokensCompileInASecond {

  private static final int ROUNDS = 5;

  private final List<ApiTokenText> texts =
      IntStream.range(0, 1000).mapToObj(n -> ApiTokenText.make(new SecureRandom())).toList();

  @Test
  void withEverythingThatNarrowsThem() {
    GoldenResource resource = resource();
    var durations = new ArrayList<Duration>();
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      Compilation compilation = compile(resource);
      durations.add(Duration.ofNanos(System.nanoTime() - begin));

      assertThat(compilation)
          .isInstanceOfSatisfying(
              Compilation.Compiled.class,
              compiled -> assertThat(compiled.policy().apiTokens().tokens().ids()).hasSize(1000));
    }
    System.out.println("resolved, written, read and compiled in " + durations);
    assertThat(durations.stream().min(Duration::compareTo).orElseThrow())
        .isLessThan(Duration.ofSeconds(1));
  }

  private static Compilation compile(GoldenResource resource) {
    var codec = new PolicyCodec();
    EncodedPolicy encoded = codec.encode(((Resolution.Resolved) resource.resolution()).set());
    var read = (PolicyReading.Complete) codec.read(encoded.files());
    return new PolicyCompiler(PresetCatalog.shipped(), new PayloadIssuer(), ProductDefaults.NONE)
        .compile(read.set(), read.hash());
  }

  private GoldenResource resource() {
    GoldenResource golden =
        GoldenResource.all()
            .filter(each -> each.name().equals("api-tokens"))
            .findFirst()
            .orElseThrow();
    List<SecretContent> secrets =
        IntStream.range(0, texts.size()).mapToObj(n -> secret(n, texts.get(n))).toList();
    return new GoldenResource(golden.name(), golden.resource(), secrets, golden.opened());
  }

  private static SecretContent secret(int number, ApiTokenText text) {
    return new SecretContent(
        "token-" + number,
        Map.of("api-tokens", "jira"),
        Map.of(
            "id", text.id().getBytes(UTF_8),
            "hash", text.hash().hex().getBytes(UTF_8),
            "username", ("user-" + number).getBytes(UTF_8),
            "groups", "jira-api-users\nothers".getBytes(UTF_8),
            "created", "2026-11-01T00:00:00Z".getBytes(UTF_8),
            "notAfter", "2027-06-01T00:00:00Z".getBytes(UTF_8),
            "operations", "Read".getBytes(UTF_8),
            "paths", "/rest/api/2/issue\n/rest/agile/*/board".getBytes(UTF_8),
            "cidrs", "203.0.113.0/24\n2001:db8::/32".getBytes(UTF_8)));
  }
}
