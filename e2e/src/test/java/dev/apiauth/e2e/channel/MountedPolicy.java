package dev.apiauth.e2e.channel;

import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretLookup;
import dev.apiauth.policy.resolve.Surroundings;
import dev.apiauth.testkit.tls.IssuedCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The directory that a pod's sidecar reads: the rendered policy and its certificates. */
record MountedPolicy(Path directory) {

  /** Writes the certificates of the channel. */
  MountedPolicy with(IssuedCertificate certificate) {
    certificate.writeTo(directory);
    return this;
  }

  /** Renders the resource in that mode, and says what pods acknowledge it by. */
  PolicyHash render(String mode, int productPort) throws IOException {
    EncodedPolicy encoded = new PolicyCodec().encode(resolved(resource(mode, productPort)));
    for (Map.Entry<String, byte[]> file : encoded.files().entrySet()) {
      Files.write(directory.resolve(file.getKey()), file.getValue());
    }
    return encoded.hash();
  }

  private static String resource(String mode, int productPort) {
    return """
    apiVersion: apiauth.dev/v1alpha1
    kind: AtlassianApiAuth
    metadata: {name: jira, namespace: atlassian, generation: 12}
    spec:
      product: Jira
      targetRef: {kind: StatefulSet, name: jira}
      mode: %s
      upstream: {port: %d}
      providers:
      - name: silent
        type: Jwt
        issuer: https://idp.invalid
        jwksURL: https://idp.invalid/keys
        audiences: [jira]
        username: {claim: sub}
      access: {groups: {allow: ["*"]}}
      identity:
        type: PersonalAccessTokens
        personalAccessTokens: {secretSelector: {matchLabels: {apiauth.dev/pat-vault: jira}}}
    """
        .formatted(mode, productPort);
  }

  private static PolicySet resolved(String yaml) {
    var resolver =
        new PolicyResolver(PresetCatalog.shipped(), new EgressRules(EgressAllowance.of(List.of())));
    return switch (ResourceCheck.byCommittedCrd().check(yaml)) {
      case CheckedResource.Accepted(var resource) ->
          switch (resolver.resolve(
              new PolicySource(resource.namespace(), resource.name(), resource.generation()),
              resource.spec(),
              Surroundings.of(SecretLookup.NONE, Instant.EPOCH))) {
            case Resolution.Resolved(var set, var warnings) -> set;
            case Resolution.Refused(var problems) -> throw new AssertionError(problems);
          };
      case CheckedResource.Refused(var problems) -> throw new AssertionError(problems);
    };
  }
}
