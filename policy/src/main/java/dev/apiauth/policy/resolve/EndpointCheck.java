package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.KeysDocument;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.egress.EgressVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Checks where a provider's URLs lead: a resource must not reach what only the sidecar can reach.
 */
final class EndpointCheck {

  private final EgressRules egress;

  EndpointCheck(EgressRules egress) {
    this.egress = egress;
  }

  /** Checks what is fetched. The issuer is compared and never fetched, so it may be any text. */
  void check(ProviderDocument provider, String field, Findings findings) {
    KeysDocument keys = provider.keys();
    url(keys.discoveryURL(), field + ".discoveryURL", findings);
    url(keys.jwksURL(), field + ".jwksURL", findings);
  }

  private void url(@Nullable String url, String field, Findings findings) {
    if (url == null) return;
    if (egress.check(url) instanceof EgressVerdict.Refused(String because)) {
      findings.error(
          field,
          "%s %s".formatted(url, because),
          "Give an https URL of the provider, or have the installation open this one");
    }
  }
}
