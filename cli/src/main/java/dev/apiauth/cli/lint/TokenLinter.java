package dev.apiauth.cli.lint;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.lint.check.TokenOfNoAllowedGroup;
import dev.apiauth.policy.check.ApiTokenCheck;
import dev.apiauth.policy.check.CheckedApiToken;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.ApiTokenAdmission;
import dev.apiauth.policy.resolve.IssuedToken;
import dev.apiauth.policy.resolve.LabelledTokens;
import dev.apiauth.policy.resolve.RefusedToken;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.resolve.TokenRequest;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks at token resources: each by itself, then all of a policy together, as the operator judges
 * them when they are applied now. Used once.
 */
final class TokenLinter {

  /** The kind that is looked at. */
  static final String KIND = "AtlassianApiToken";

  private static final String POLICY_NOT_GIVEN = "policy-not-given";

  private final ApiTokenCheck check = ApiTokenCheck.byCommittedCrd();
  private final Instant now;
  private final List<WrittenToken> tokens = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  TokenLinter(Instant now) {
    this.now = now;
  }

  void add(Manifest manifest) {
    switch (check.check(manifest.text())) {
      case CheckedApiToken.Refused(List<Problem> problems) ->
          problems.forEach(problem -> add(manifest, Finding.OPERATOR, problem));
      case CheckedApiToken.Accepted(AtlassianApiTokenSpec spec) -> request(manifest, spec);
    }
  }

  private void request(Manifest manifest, AtlassianApiTokenSpec spec) {
    Instant created = TokenRequest.moment(manifest.text("metadata.creationTimestamp")).orElse(now);
    TokenRequest.of(manifest.name(), spec, created)
        .ifPresentOrElse(
            request -> tokens.add(new WrittenToken(manifest, request, request.claim(nextId()))),
            () -> add(manifest, Finding.OPERATOR, TokenRequest.NO_SUCH_MOMENT));
  }

  /** Stands for the public part of a value that is still to be made. */
  private String nextId() {
    return "%012d".formatted(tokens.size());
  }

  /** Those that schema and rules accept. */
  List<WrittenToken> written() {
    return List.copyOf(tokens);
  }

  /**
   * Everything that is to be said.
   *
   * @param secrets the Secrets of a namespace
   */
  List<Finding> findings(GivenPolicies policies, Function<String, SecretLookup> secrets) {
    tokens.stream()
        .collect(
            Collectors.groupingBy(WrittenToken::policyKey, LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(own -> judge(own, policies, secrets));
    return List.copyOf(findings);
  }

  private void judge(
      List<WrittenToken> own, GivenPolicies policies, Function<String, SecretLookup> secrets) {
    WrittenToken any = own.getFirst();
    if (!policies.has(any.namespace(), any.policy())) own.forEach(this::withoutPolicy);
    policies
        .accepted(any.namespace(), any.policy())
        .ifPresent(policy -> judge(own, policy, secrets.apply(any.namespace())));
  }

  private void withoutPolicy(WrittenToken token) {
    String where = token.namespace().isEmpty() ? "" : " of namespace " + token.namespace();
    add(
        token.manifest(),
        POLICY_NOT_GIVEN,
        Problem.warning(
            "spec.policyRef.name",
            "none of the files has an AtlassianApiAuth %s%s".formatted(token.policy(), where),
            "Correct the name, or give the policy's file too: only it says whether the token is"
                + " accepted"));
  }

  private void judge(List<WrittenToken> own, AtlassianApiAuthSpec policy, SecretLookup secrets) {
    var all = new ArrayList<IssuedToken>(LabelledTokens.of(policy, secrets));
    own.forEach(token -> all.add(token.claim()));
    ApiTokenAdmission admission = ApiTokenAdmission.of(policy, all, now);
    for (WrittenToken token : own) {
      Optional<RefusedToken> refusal = admission.refusalOf(token.claim());
      refusal.ifPresentOrElse(
          refused -> add(token.manifest(), Finding.OPERATOR, token.problem(refused)),
          () -> accepted(token, policy));
    }
  }

  private void accepted(WrittenToken token, AtlassianApiAuthSpec policy) {
    TokenOfNoAllowedGroup.look(token.spec(), policy)
        .ifPresent(problem -> add(token.manifest(), TokenOfNoAllowedGroup.NAME, problem));
  }

  private void add(Manifest manifest, String check, Problem problem) {
    findings.add(Finding.of(manifest, check, problem));
  }
}
