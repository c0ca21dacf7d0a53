package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.egress.EgressVerdict;
import dev.apiauth.policy.spec.ProviderSpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks where a provider's URLs lead: a resource must not reach what only the sidecar can reach.
 */
final class EndpointCheck {

  private final EgressRules egress;

  EndpointCheck(EgressRules egress) {
    this.egress = egress;
  }

  /**
   * Checks what is fetched. The issuer is compared and never fetched, so it may be any text.
   *
   * @param spec what the user wrote, to point to the field that a URL comes from
   * @param provider the same with its preset filled in
   */
  void check(ProviderSpec spec, ProviderDocument provider, String field, Findings findings) {
    written(spec.discoveryURL(), field + ".discoveryURL", findings);
    written(spec.jwksURL(), field + ".jwksURL", findings);
    if (!(provider.verification() instanceof VerificationDocument.Jwt jwt)) return;
    KeysDocument keys = jwt.keys();
    String origin = field + origin(spec);
    if (spec.discoveryURL() == null) derived(keys.discoveryURL(), origin, findings);
    if (spec.jwksURL() == null) derived(keys.jwksURL(), origin, findings);
  }

  /** What somebody wrote may hold a password, so it is not repeated. */
  private void written(@Nullable String url, String field, Findings findings) {
    if (url != null) judge(url, "the URL", field, findings);
  }

  private void derived(@Nullable String url, String field, Findings findings) {
    if (url != null) judge(url, url, field, findings);
  }

  private void judge(String url, String subject, String field, Findings findings) {
    if (egress.check(url) instanceof EgressVerdict.Refused(String because)) {
      findings.error(
          field,
          "%s %s".formatted(subject, because),
          "Give an https URL of the provider, or have the installation open this one");
    }
  }

  /** Where a URL comes from that nobody wrote. */
  private static String origin(ProviderSpec spec) {
    return spec.issuer() == null ? ".parameters" : ".issuer";
  }
}
