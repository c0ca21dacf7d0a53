package dev.apiauth.policy.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.resolve.GoldenResource;
import dev.apiauth.policy.resolve.Resolution.Resolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the operator writes is what a sidecar reads, and the hash says when it is another one. */
class EqualPoliciesAreEqualBytes {

  private static final String GOLDENS = "dev.apiauth.policy.resolve.GoldenResource#allResolved";

  private final PolicyCodec codec = new PolicyCodec();

  @ParameterizedTest
  @MethodSource(GOLDENS)
  void andReadAsWhatTheyWere(Resolved golden) {
    EncodedPolicy encoded = codec.encode(golden.set());

    assertThat(codec.read(encoded.files()))
        .isEqualTo(new PolicyReading.Complete(golden.set(), encoded.hash()));
  }

  @ParameterizedTest
  @MethodSource("dev.apiauth.policy.resolve.GoldenResource#all")
  void whoeverResolvesThem(GoldenResource golden) {
    if (golden.resolution() instanceof Resolved first
        && golden.resolution() instanceof Resolved second) {
      assertThat(codec.encode(first.set()).hash()).isEqualTo(codec.encode(second.set()).hash());
      assertThat(codec.encode(first.set()).files())
          .allSatisfy(
              (name, bytes) ->
                  assertThat(bytes).isEqualTo(codec.encode(second.set()).files().get(name)));
    }
  }

  @Test
  void andDifferentOnesHaveDifferentHashes() {
    List<Resolved> goldens = GoldenResource.allResolved().toList();

    assertThat(goldens.stream().map(golden -> codec.encode(golden.set()).hash()).distinct())
        .hasSameSizeAs(goldens);
  }

  @Test
  void aRevokedTokenChangesTheHashThoughNotThePolicy() {
    PolicyDocument document =
        GoldenResource.allResolved().findFirst().orElseThrow().set().document();
    EncodedPolicy with =
        codec.encode(PolicySet.of(document, vault(new VaultEntry("alice", "t-1", null, "one"))));
    EncodedPolicy rotated =
        codec.encode(PolicySet.of(document, vault(new VaultEntry("alice", "t-2", null, "one"))));
    EncodedPolicy without = codec.encode(PolicySet.of(document, VaultDocument.EMPTY));

    assertThat(List.of(with.hash(), rotated.hash(), without.hash())).doesNotHaveDuplicates();
    assertThat(with.files().get("policy.json")).isEqualTo(without.files().get("policy.json"));
  }

  @Test
  void theSizeIsThatOfAllFiles() {
    PolicySet set = GoldenResource.allResolved().findFirst().orElseThrow().set();
    var one = PolicySet.of(set.document(), vault(new VaultEntry("alice", "t", null, "s")));
    var longer = PolicySet.of(set.document(), vault(new VaultEntry("alice", "token", null, "s")));

    assertThat(codec.encode(longer).size()).isEqualTo(codec.encode(one).size() + 4);
    byte[] document = codec.encode(one).files().getOrDefault("policy.json", new byte[0]);
    assertThat(document).isNotEmpty();
    assertThat(codec.encode(one).size()).isGreaterThan(document.length);
  }

  @Test
  void theFirstDigitsStandForThePolicyWherePeopleReadIt() {
    assertThat(PolicyHash.of(new byte[0]).shortened()).isEqualTo("e3b0c4");
  }

  @Test
  void noTokenIsPrinted() {
    var entry = new VaultEntry("alice", "s3cret", null, "one");
    PolicyDocument document =
        GoldenResource.allResolved().findFirst().orElseThrow().set().document();

    assertThat(PolicySet.of(document, vault(entry)).toString())
        .contains("VaultEntry[username=alice, secret=one]")
        .doesNotContain("s3cret");
  }

  private static VaultDocument vault(VaultEntry entry) {
    return new VaultDocument(List.of(entry));
  }
}
