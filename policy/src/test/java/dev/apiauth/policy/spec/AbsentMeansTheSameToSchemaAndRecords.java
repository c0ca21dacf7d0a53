package dev.apiauth.policy.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.policy.check.CheckedResource.Accepted;
import dev.apiauth.policy.check.ResourceCheck;
import org.junit.jupiter.api.Test;

/**
 * Schema defaults do not reach into absent parents, so the records have defaults too. Where the two
 * differ, a field would change its meaning when its parent is written out.
 */
class AbsentMeansTheSameToSchemaAndRecords {

  private static final String HEAD =
      """
      {"apiVersion": "apiauth.dev/v1alpha1", "kind": "AtlassianApiAuth", "metadata": {"name": "jira"},
       "spec":\
      """;

  /** Every parent of a default, empty; the schema fills it in. */
  private static final String EMPTY_PARENTS =
      """
      {"product": "Jira", "targetRef": {"name": "jira"}, "interception": {},
       "credentials": {"passwords": {}, "personalAccessTokens": {}, "applicationLinks": {},
                       "sessions": {}, "anonymous": {}},
       "providers": [{"name": "p", "preset": "Keycloak", "audiences": ["a"], "keys": {}}],
       "access": {"groups": {"allow": ["*"]}},
       "identity": {"type": "PersonalAccessTokens", "personalAccessTokens":
                     {"secretSelector": {"matchLabels": {"vault": "jira"}}}}}
      """;

  @Test
  void whereParentsAreWritten() throws JsonProcessingException {
    var bySchema = (Accepted) ResourceCheck.byCommittedCrd().check(HEAD + EMPTY_PARENTS + "}");
    var byRecords = new JsonMapper().readValue(EMPTY_PARENTS, AtlassianApiAuthSpec.class);

    assertThat(bySchema.resource().spec()).isEqualTo(byRecords);
  }

  @Test
  void whereParentsAreLeftOut() {
    var bySchema = (Accepted) ResourceCheck.byCommittedCrd().check(HEAD + EMPTY_PARENTS + "}");

    var spec = bySchema.resource().spec();
    assertThat(spec.credentialsOrDefault()).isEqualTo(CredentialsSpec.DEFAULT);
    assertThat(spec.interceptionOrDefault()).isEqualTo(InterceptionSpec.DEFAULT);
    assertThat(spec.providers().getFirst().keys()).isEqualTo(KeysSpec.DEFAULT);
  }
}
