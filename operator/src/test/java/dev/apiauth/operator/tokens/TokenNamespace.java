package dev.apiauth.operator.tokens;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.crd.status.StatusCondition;
import dev.apiauth.operator.Eventually;
import dev.apiauth.operator.OperatedNamespace;
import dev.apiauth.operator.gather.UncheckedApiToken;
import dev.apiauth.operator.reconcile.Resources;
import dev.apiauth.policy.document.ApiTokensDocument.ApiTokenDocument;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyReading;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tokens and policies in an operated namespace, as their authors see them. */
record TokenNamespace(OperatedNamespace cluster) implements AutoCloseable {

  static TokenNamespace start() {
    return new TokenNamespace(OperatedNamespace.start());
  }

  /** A policy that takes API tokens, and waits until it is accepted. */
  void policy(String name, String apiTokens) {
    cluster.apply(
        Resources.jira(name)
            .replace("access:", "credentials: {apiTokens: %s}\n  access:".formatted(apiTokens)));
    Eventually.satisfies(
        () -> cluster.condition(name, "Accepted"), one -> one.status().equals("True"));
  }

  /** Applies a token. */
  UncheckedApiToken token(String name, String policy, String username, String rest) {
    return apply(
        """
        apiVersion: apiauth.dev/v1alpha1
        kind: AtlassianApiToken
        metadata: {name: %s}
        spec: {policyRef: {name: %s}, username: %s, %s}
        """
            .formatted(name, policy, username, rest));
  }

  UncheckedApiToken apply(String yaml) {
    UncheckedApiToken token =
        cluster.admin().getKubernetesSerialization().unmarshal(yaml, UncheckedApiToken.class);
    token.getMetadata().setNamespace(cluster.namespace());
    return cluster
        .admin()
        .resource(token)
        .fieldManager("author")
        .forceConflicts()
        .serverSideApply();
  }

  Optional<UncheckedApiToken> token(String name) {
    return Optional.ofNullable(
        cluster
            .admin()
            .resources(UncheckedApiToken.class)
            .inNamespace(cluster.namespace())
            .withName(name)
            .get());
  }

  void delete(String name) {
    token(name).ifPresent(token -> cluster.admin().resource(token).delete());
  }

  Optional<AtlassianApiTokenStatus> status(String name) {
    return token(name).flatMap(token -> Optional.ofNullable(token.getStatus()));
  }

  /** The status with this reason, as soon as it is there. */
  AtlassianApiTokenStatus becomes(String name, String reason) {
    return Eventually.satisfies(
        () -> status(name),
        status -> ready(status).filter(one -> one.reason().equals(reason)).isPresent());
  }

  static Optional<StatusCondition> ready(AtlassianApiTokenStatus status) {
    return status.conditions().stream().findFirst();
  }

  Optional<Secret> secret(String name) {
    return Optional.ofNullable(
        cluster.admin().secrets().inNamespace(cluster.namespace()).withName(name).get());
  }

  /** A Secret that describes a token of an hour ago, as the command line would write it. */
  void described(String name, String username, String label) {
    ApiTokenText token = ApiTokenText.make(new SecureRandom());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    cluster
        .admin()
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(cluster.namespace())
                .addToLabels("tokens", label)
                .endMetadata()
                .addToStringData("id", token.id())
                .addToStringData("hash", token.hash().hex())
                .addToStringData("username", username)
                .addToStringData("created", now.minus(Duration.ofHours(1)).toString())
                .addToStringData("notAfter", now.plus(Duration.ofHours(1)).toString())
                .build())
        .create();
  }

  /** The value that a Secret brings. */
  ApiTokenText value(String secret) {
    String text =
        new String(
            Base64.getDecoder().decode(secret(secret).orElseThrow().getData().get("token")),
            StandardCharsets.UTF_8);
    return ((Outcome.Pass<ApiTokenText>) ApiTokenText.parse(text)).value();
  }

  /** What the sidecars of a policy are told of tokens, as soon as it is so. */
  List<ApiTokenDocument> published(String policy, Predicate<List<ApiTokenDocument>> condition) {
    return Eventually.satisfies(
        () -> cluster.rendered(policy).map(TokenNamespace::tokens), condition);
  }

  private static List<ApiTokenDocument> tokens(Secret rendered) {
    return new PolicyCodec().read(OperatedNamespace.files(rendered))
            instanceof PolicyReading.Complete(PolicySet set, var hash)
        ? set.apiTokens().tokens()
        : List.of();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
