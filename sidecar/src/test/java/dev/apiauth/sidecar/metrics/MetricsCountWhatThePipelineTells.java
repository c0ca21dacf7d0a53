package dev.apiauth.sidecar.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import dev.apiauth.policy.document.Acknowledgement.ProviderState;
import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.AnonymousSpec;
import dev.apiauth.policy.spec.ApplicationLinksSpec;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import dev.apiauth.policy.spec.PasswordsSpec;
import dev.apiauth.policy.spec.ProductTokensSpec;
import dev.apiauth.policy.spec.SessionsSpec;
import dev.apiauth.sidecar.audit.Verdict;
import dev.apiauth.sidecar.reload.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsCountWhatThePipelineTells {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final PolicyHash HASH = PolicyHash.of(new byte[] {1});

  private final AtomicReference<List<ProviderReport>> providers = new AtomicReference<>(List.of());
  private final AtomicReference<Set<String>> apiTokens = new AtomicReference<>(Set.of());
  private final PrometheusMetrics metrics =
      new PrometheusMetrics(providers::get, apiTokens::get, () -> 7);

  @AfterEach
  void stop() {
    metrics.close();
  }

  @Test
  void decisionsByVerdictReasonAndClass() {
    for (int n = 0; n < 3; n++) {
      decided(Verdict.DENY, Optional.of(Reason.TOKEN_EXPIRED), Optional.of(PathClass.REST_API));
    }
    decided(Verdict.ALLOW, Optional.empty(), Optional.of(PathClass.HEALTH));
    decided(Verdict.DENY, Optional.of(Reason.MALFORMED_MESSAGE), Optional.empty());

    assertThat(metrics.scrape())
        .contains(
            requests("rest_api", "deny", "token_expired") + " 3.0",
            requests("health", "allow", "none") + " 1.0",
            requests("unknown", "deny", "malformed_message") + " 1.0",
            "apiauth_decision_duration_seconds_count{decision=\"deny\"} 4",
            "apiauth_decision_duration_seconds_bucket{decision=\"allow\",le=\"1.0E-4\"} 0",
            "apiauth_decision_duration_seconds_bucket{decision=\"allow\",le=\"5.0E-4\"} 1");
  }

  @Test
  void theProductsAnswersAndFailures() {
    metrics.productAnswered(204, Duration.ofMillis(3));
    metrics.productAnswered(999, Duration.ofMillis(3));
    metrics.productFailed(Reason.PRODUCT_SILENT);
    metrics.actedAsOther();

    assertThat(metrics.scrape())
        .contains(
            "apiauth_product_duration_seconds_count{status=\"2xx\"} 1",
            "apiauth_product_duration_seconds_count{status=\"other\"} 1",
            "apiauth_product_failures_total{reason=\"product_silent\"} 1.0",
            "apiauth_acted_as_other_total 1.0");
  }

  @Test
  void theLastUseOfTokensThatAreInThePolicy() {
    apiTokens.set(Set.of("PublicId0001", "PublicId0002"));
    metrics.apiTokenUsed("PublicId0001", NOON.minusSeconds(60));
    metrics.apiTokenUsed("PublicId0001", NOON);
    metrics.apiTokenUsed("PublicId0003", NOON);

    assertThat(metrics.scrape())
        .contains(lastUse("PublicId0001") + " " + (double) NOON.getEpochSecond())
        .doesNotContain(lastUse("PublicId0002"), lastUse("PublicId0003"));

    apiTokens.set(Set.of());

    assertThat(metrics.scrape()).doesNotContain(lastUse("PublicId0001"));
  }

  private static String lastUse(String id) {
    return "apiauth_api_token_last_use_timestamp_seconds{token=\"%s\"}".formatted(id);
  }

  @Test
  void connectionsComeAndGo() {
    metrics.connectionOpened(Peer.CLIENT);
    metrics.connectionOpened(Peer.CLIENT);
    metrics.connectionClosed(Peer.CLIENT);

    assertThat(metrics.scrape())
        .contains(
            "apiauth_connections{peer=\"client\"} 1.0",
            "apiauth_connections{peer=\"product\"} 0.0");
  }

  @Test
  void onlyThePolicyInForceIsShown() {
    metrics.policyAccepted(PolicyHash.of(new byte[] {0}), Policies.number(1).document(), NOON);
    metrics.policyAccepted(HASH, Policies.number(2).document(), NOON);
    metrics.policyRejected();

    assertThat(lines("apiauth_policy_info{"))
        .containsExactly(
            "apiauth_policy_info{hash=\"%s\",mode=\"enforce\",product=\"Jira\"} 1"
                .formatted(HASH.shortened()));
    assertThat(metrics.scrape())
        .contains(
            "apiauth_policy_reloads_total{result=\"accepted\"} 2.0",
            "apiauth_policy_reloads_total{result=\"rejected\"} 1.0",
            "apiauth_policy_loaded_timestamp_seconds 1.7955216E9");
  }

  @Test
  void onlyProvidersOfThePolicyInForceAreLabels() {
    metrics.policyAccepted(HASH, Policies.number(1, "entra", "okta").document(), NOON);
    metrics.keysFetched("entra", FetchResult.SUCCESS, Duration.ofMillis(80));
    metrics.keysFetched("okta", FetchResult.FAILURE, Duration.ofSeconds(1));
    metrics.keysFetched("nobody", FetchResult.SUCCESS, Duration.ofSeconds(1));
    metrics.providerAsked("okta", AskResult.REFUSED, Duration.ofMillis(20));
    metrics.providerAsked("nobody", AskResult.ACCEPTED, Duration.ofMillis(20));
    assertThat(lines("apiauth_provider_ask_duration_seconds_count{"))
        .containsExactly(
            "apiauth_provider_ask_duration_seconds_count{provider=\"okta\",result=\"refused\"} 1");
    assertThat(lines("apiauth_key_fetch_duration_seconds_count{")).hasSize(2);

    metrics.policyAccepted(HASH, Policies.number(2, "entra").document(), NOON);

    assertThat(lines("apiauth_provider_ask_duration_seconds_count{")).isEmpty();
    assertThat(lines("apiauth_key_fetch_duration_seconds_count{"))
        .containsExactly(
            "apiauth_key_fetch_duration_seconds_count{provider=\"entra\",result=\"success\"} 1");
  }

  @Test
  void providersAreShownAsTheyAreAtTheScrape() {
    providers.set(
        List.of(
            new ProviderReport("entra", ProviderState.Ready, 4, NOON.toString(), null),
            new ProviderReport("okta", ProviderState.Silent, 0, null, "no answer")));
    assertThat(metrics.scrape())
        .contains(
            "apiauth_provider_state{provider=\"entra\",state=\"ready\"} 1.0",
            "apiauth_provider_state{provider=\"okta\",state=\"ready\"} 0.0",
            "apiauth_provider_keys{provider=\"entra\"} 4.0",
            "apiauth_provider_last_success_timestamp_seconds{provider=\"entra\"} 1.7955216E9");

    providers.set(List.of(new ProviderReport("entra", ProviderState.Stale, 4, null, "late")));

    assertThat(metrics.scrape())
        .contains("apiauth_provider_state{provider=\"entra\",state=\"stale\"} 1.0")
        .doesNotContain("okta");
  }

  @Test
  void droppedLinesOfBothLogs() {
    metrics.auditLineDropped();

    assertThat(metrics.scrape())
        .contains(
            "apiauth_log_dropped_total{log=\"audit\"} 1.0",
            "apiauth_log_dropped_total{log=\"diagnostic\"} 7.0");
  }

  @Test
  void theDocumentationListsEachOfThemAndNoOther() throws IOException {
    useEveryMeter();
    var registered =
        lines("# TYPE apiauth_").stream().map(line -> line.split(" ", -1)[2]).distinct().toList();

    assertThat(documented()).containsExactlyInAnyOrderElementsOf(registered);
  }

  private void useEveryMeter() {
    apiTokens.set(Set.of("PublicId0001"));
    metrics.apiTokenUsed("PublicId0001", NOON);
    metrics.policyAccepted(HASH, withPasswordException(), NOON);
    metrics.keysFetched("entra", FetchResult.SUCCESS, Duration.ofMillis(80));
    metrics.providerAsked("entra", AskResult.FAILURE, Duration.ofSeconds(2));
    metrics.productAnswered(200, Duration.ofMillis(3));
    metrics.productFailed(Reason.PRODUCT_SILENT);
    metrics.passwordSent(Verdict.WOULD_DENY, "basic");
    decided(Verdict.ALLOW, Optional.empty(), Optional.of(PathClass.HEALTH));
    providers.set(
        List.of(new ProviderReport("entra", ProviderState.Ready, 4, NOON.toString(), null)));
  }

  private static PolicyDocument withPasswordException() {
    PolicyDocument document = Policies.number(1, "entra").document();
    var exception =
        new PasswordExceptionSpec(
            "crowd", List.of("crowd-svc"), List.of(), List.of(), "2027-03-31T00:00:00Z");
    return new PolicyDocument(
        document.version(),
        document.source(),
        document.product(),
        document.mode(),
        document.upstream(),
        document.clientIP(),
        document.providers(),
        new CredentialsSpec(
            null,
            new PasswordsSpec(
                AllowOrDeny.Deny, AllowOrDeny.Deny, AllowOrDeny.Allow, List.of(exception)),
            ProductTokensSpec.DEFAULT,
            ProductTokensSpec.DEFAULT,
            ApplicationLinksSpec.DEFAULT,
            SessionsSpec.DEFAULT,
            AnonymousSpec.DEFAULT),
        document.access(),
        document.deniedUsernames(),
        document.enrolment());
  }

  private static List<String> documented() throws IOException {
    var root = Path.of(System.getProperty("apiauth.root", ".."));
    String text = Files.readString(root.resolve("docs/metrics.md"));
    String ofTheSidecar = text.substring(0, text.indexOf("## The operator"));
    return Pattern.compile("`(apiauth_\\w+)`")
        .matcher(ofTheSidecar)
        .results()
        .map(m -> m.group(1))
        .toList();
  }

  private void decided(Verdict verdict, Optional<Reason> reason, Optional<PathClass> pathClass) {
    metrics.decided(new DecisionSample(verdict, reason, pathClass, Duration.ofNanos(300_000)));
  }

  private static String requests(String pathClass, String decision, String reason) {
    return "apiauth_requests_total{class=\"%s\",decision=\"%s\",reason=\"%s\"}"
        .formatted(pathClass, decision, reason);
  }

  private List<String> lines(String start) {
    Stream<String> lines = metrics.scrape().lines();
    return lines.filter(line -> line.startsWith(start)).toList();
  }
}
