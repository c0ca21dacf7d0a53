package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.egress.EgressVerdict;
import dev.apiauth.policy.spec.CheckSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks where a provider's URLs lead: a resource must not reach what only the sidecar can reach.
 */
final class EndpointCheck {

  private static final Pattern CLAIM = Pattern.compile("\\{claim:[^{}]*}");
  private static final Pattern ORIGIN = Pattern.compile("^([^/]*//[^/]*).*$");

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
    Map<String, String> written = written(spec);
    written.forEach((name, url) -> judge(url, "the URL", field + "." + name, findings));
    String origin = field + (spec.issuer() == null ? ".parameters" : ".issuer");
    Set<String> judged = new HashSet<>();
    ProviderUrls.of(provider).stream()
        .filter(url -> !written.containsValue(url))
        .filter(url -> judged.add(ORIGIN.matcher(url).replaceFirst("$1")))
        .forEach(url -> judge(CLAIM.matcher(url).replaceAll("x"), url, origin, findings));
  }

  /** What somebody wrote may hold a password, so it is not repeated. */
  private static Map<String, String> written(ProviderSpec spec) {
    var urls = new TreeMap<String, String>();
    CheckSpec check = spec.check();
    put(urls, "discoveryURL", spec.discoveryURL());
    put(urls, "jwksURL", spec.jwksURL());
    put(urls, "introspectionURL", spec.introspectionURL());
    put(urls, "userInfoURL", spec.userInfoURL());
    put(urls, "check.url", check == null ? null : check.url());
    return urls;
  }

  private static void put(Map<String, String> urls, String name, @Nullable String url) {
    if (url != null) urls.put(name, url);
  }

  private void judge(String url, String subject, String field, Findings findings) {
    if (egress.check(url) instanceof EgressVerdict.Refused(String because)) {
      findings.error(
          field,
          "%s %s".formatted(subject, because),
          "Give an https URL of the provider, or have the installation open this one");
    }
  }
}
