package dev.apiauth.policy.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.IssuedToken.Scope;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.token.ApiTokenText;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tokens that resources issued and tokens that Secrets describe: one set of rules. */
class WhoeverIssuedATokenItIsJudgedByThePolicy {

  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();

  @Test
  void anAcceptedOneIsPublishedWithWhereItIsFrom() {
    IssuedToken ci = issued("AtlassianApiToken ci", "svc-ci", 0);

    assertThat(published(spec("{}"), List.of(ci)))
        .containsExactly(
            new ApiTokenDocument(
                ci.id(),
                ci.hash().hex(),
                "svc-ci",
                List.of("ci"),
                null,
                ci.notAfter().toString(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "AtlassianApiToken ci"));
  }

  @Test
  void theNewestOfTooManyAreRefusedAndUsersAreComparedWithoutCase() {
    IssuedToken newest = issued("AtlassianApiToken c", "alice", 3);
    var tokens =
        List.of(
            newest,
            issued("AtlassianApiToken a", "alice", 1),
            issued("Secret b", "ALICE", 2),
            issued("Secret d", "bob", 9));

    var admission = ApiTokenAdmission.of(spec("{maxPerUser: 2}"), tokens, NOW);

    assertThat(admission.accepted()).hasSize(3).doesNotContain(newest);
    assertThat(flaws(admission)).containsExactly("AtlassianApiToken c TOO_MANY");
  }

  @Test
  void onesThatEndedDoNotCount() {
    IssuedToken ended = ended(issued("Secret a", "alice", 1), NOW);
    IssuedToken next = issued("Secret b", "alice", 2);

    var admission = ApiTokenAdmission.of(spec("{maxPerUser: 1}"), List.of(ended, next), NOW);

    assertThat(admission.accepted()).containsExactly(next);
    assertThat(flaws(admission)).containsExactly("Secret a ENDED");
  }

  @Test
  void oneThatEndedIsPublishedForAWeekSoThatItsBearerIsTold() {
    IssuedToken lately = ended(issued("Secret a", "alice", 1), NOW.minus(Duration.ofDays(6)));
    IssuedToken longAgo = ended(issued("Secret b", "alice", 1), NOW.minus(Duration.ofDays(8)));

    assertThat(published(spec("{}"), List.of(lately, longAgo)))
        .extracting(ApiTokenDocument::source)
        .containsExactly("Secret a");
  }

  @Test
  void anIdTwiceIsRefusedWhereverTheyAreFrom() {
    IssuedToken one = issued("AtlassianApiToken a", "alice", 1);
    var same =
        new IssuedToken(
            one.id(),
            ApiTokenText.make(RANDOM).hash(),
            "bob",
            Optional.empty(),
            one.created(),
            Optional.empty(),
            one.notAfter(),
            Scope.ALL,
            "Secret a");

    var admission = ApiTokenAdmission.of(spec("{}"), List.of(one, same), NOW);

    assertThat(admission.accepted()).isEmpty();
    assertThat(flaws(admission))
        .containsExactly("AtlassianApiToken a ID_TWICE", "Secret a ID_TWICE");
  }

  @Test
  void aPolicyWithoutTheSectionTakesNone() {
    AtlassianApiAuthSpec none = spec(null);
    IssuedToken ci = issued("AtlassianApiToken ci", "svc-ci", 0);

    var admission = ApiTokenAdmission.of(none, List.of(ci), NOW);

    assertThat(admission.accepted()).isEmpty();
    assertThat(flaws(admission)).containsExactly("AtlassianApiToken ci NOT_TAKEN");
    assertThat(published(none, List.of(ci))).isEmpty();
  }

  @Test
  void moreThanCanBeHeldAreRefusedAsAWholeAndNeverCut() {
    List<IssuedToken> tokens =
        IntStream.rangeClosed(0, 20_000)
            .mapToObj(n -> issued("Secret t-" + n, "user-" + n, 0))
            .toList();

    var resolved = resolved(spec("{}"), tokens);

    assertThat(resolved.set().apiTokens().tokens()).isEmpty();
    assertThat(resolved.problems().toString()).contains("20001 API tokens", "the limit is 20000");
    assertThat(published(spec("{}"), tokens.subList(0, 20_000))).hasSize(20_000);
  }

  private static List<String> flaws(ApiTokenAdmission admission) {
    return admission.refused().stream()
        .map(each -> each.token().source() + " " + each.flaw())
        .sorted()
        .toList();
  }

  private static List<ApiTokenDocument> published(
      AtlassianApiAuthSpec spec, List<IssuedToken> tokens) {
    return resolved(spec, tokens).set().apiTokens().tokens();
  }

  private static Resolution.Resolved resolved(AtlassianApiAuthSpec spec, List<IssuedToken> tokens) {
    var resolver =
        new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.of(List.of())));
    var source = new PolicySource("atlassian", "jira", 1);
    return (Resolution.Resolved)
        resolver.resolve(source, spec, new Surroundings(SecretLookup.NONE, () -> tokens, NOW));
  }

  private static IssuedToken issued(String source, String username, int hoursAgo) {
    ApiTokenText text = ApiTokenText.make(RANDOM);
    return new IssuedToken(
        text.id(),
        text.hash(),
        username,
        Optional.of(List.of("ci")),
        NOW.minus(Duration.ofDays(30)).plus(Duration.ofHours(hoursAgo)),
        Optional.empty(),
        NOW.plus(Duration.ofDays(30)),
        Scope.ALL,
        source);
  }

  private static IssuedToken ended(IssuedToken token, Instant at) {
    return new IssuedToken(
        token.id(),
        token.hash(),
        token.username(),
        token.groups(),
        token.created(),
        token.notBefore(),
        at,
        token.scope(),
        token.source());
  }

  private static AtlassianApiAuthSpec spec(@Nullable String apiTokens) {
    var lines = new ArrayList<String>();
    lines.add("apiVersion: apiauth.dev/v1alpha1");
    lines.add("kind: AtlassianApiAuth");
    lines.add("metadata: {name: jira, namespace: atlassian}");
    lines.add("spec:");
    lines.add("  product: Jira");
    lines.add("  targetRef: {kind: StatefulSet, name: jira}");
    if (apiTokens != null) lines.add("  credentials: {apiTokens: %s}".formatted(apiTokens));
    lines.add("  access: {groups: {allow: [\"*\"]}}");
    lines.add("  identity: {type: PersonalAccessTokens, personalAccessTokens: {secretSelector:");
    lines.add("    {matchLabels: {vault: jira}}}}");
    return ((Accepted) CHECK.check(String.join("\n", lines))).resource().spec();
  }
}
