package dev.apiauth.policy.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.check.Severity;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Warnings about access: they name the field and the mend, and refuse nothing. */
class WhatEndsSoonIsTold {

  private static final ResourceCheck CHECK = ResourceCheck.byCommittedCrd();
  private static final PolicyResolver RESOLVER =
      new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.none()));
  private static final String RESOURCE =
      """
      apiVersion: apiauth.dev/v1alpha1
      kind: AtlassianApiAuth
      metadata: {name: jira, namespace: atlassian}
      spec:
        product: Jira
        targetRef: {kind: StatefulSet, name: jira}
        clientIP: {type: DirectPeer}
        credentials: {passwords: {exceptions: [{name: crowd, usernames: [crowd-svc], notAfter: "2027-03-31T00:00:00Z"}]}}
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "2027-03-01T00:00:00Z, ''",
    "2027-03-17T00:00:00Z, ''",
    "2027-03-17T00:00:01Z, the exception crowd ends in 13 days",
    "2027-03-29T12:00:00Z, the exception crowd ends in 1 day",
    "2027-03-30T12:00:00Z, the exception crowd ends in less than a day",
    "2027-03-31T00:00:00Z, the exception crowd ends in less than a day",
    "2027-03-31T00:00:01Z, the exception crowd has ended: 2027-03-31T00:00:00Z"
  })
  void fromTwoWeeksBefore(Instant now, String message) {
    List<Problem> problems = warnings("{groups: {allow: [\"*\"]}}", now);

    if (message.isEmpty()) assertThat(problems).isEmpty();
    else
      assertThat(problems)
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.field())
                    .isEqualTo("spec.credentials.passwords.exceptions[0].notAfter");
                assertThat(told.message()).isEqualTo(message);
                assertThat(told.mend()).isNotBlank();
              });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {groups: {allow: [staff]}} | spec.access.groups.allow: a password tells no groups
          {groups: {allow: ["*"], deny: ["*"]}} | spec.access.groups.allow: the group "*" is denied too
          {groups: {allow: ["*"]}, cidrs: {allow: [10.1.0.0/16], deny: [10.0.0.0/8]}} | spec.access.cidrs.allow: 10.1.0.0/16 lies in 10.0.0.0/8
          {groups: {allow: ["*"]}, publicPaths: [{path: "/rest/**"}]} | spec.access.publicPaths[0].path: "/rest/**" takes every path of a REST API
          {groups: {allow: ["*"]}, publicPaths: [{path: "/*/**"}]} | spec.access.publicPaths[0].path: "/*/**" takes every path of a REST API
          {groups: {allow: ["*"]}, publicPaths: [{path: "/rest/api/**"}]} | spec.access.publicPaths[0].path: "/rest/api/**" takes every path of a REST API
          """)
  void andWhatNeverCountsOrIsTooWide(String access, String expected) {
    assertThat(warnings(access, Instant.parse("2027-01-01T00:00:00Z")))
        .extracting(Problem::toString)
        .anySatisfy(told -> assertThat(told).startsWith(expected));
  }

  private static List<Problem> warnings(String access, Instant now) {
    var checked = (CheckedResource.Accepted) CHECK.check(RESOURCE + "  access: " + access + "\n");
    AtlassianApiAuthResource resource = checked.resource();
    var resolved =
        (Resolution.Resolved)
            RESOLVER.resolve(
                new PolicySource(resource.namespace(), resource.name(), 1),
                resource.spec(),
                Surroundings.of(SecretLookup.NONE, now));
    assertThat(resolved.problems()).allMatch(each -> each.severity() == Severity.WARNING);
    return resolved.problems();
  }
}
