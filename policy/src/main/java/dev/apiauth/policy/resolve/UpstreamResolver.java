package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.request.ExternalBase;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.spec.UpstreamSpec;
import org.jspecify.annotations.Nullable;

/** Writes down what a resource says of its product; what it leaves open stays open. */
final class UpstreamResolver {

  private UpstreamResolver() {}

  static UpstreamDocument resolve(@Nullable UpstreamSpec spec, Findings findings) {
    if (spec == null) return UpstreamDocument.OPEN;
    String base = withoutEndingSlash(spec.externalBaseURL());
    if (base != null) checkBase(base, findings);
    return new UpstreamDocument(spec.port(), withoutEndingSlash(spec.contextPath()), base);
  }

  private static void checkBase(String base, Findings findings) {
    if (ExternalBase.parse(base) instanceof Parsed.Malformed<ExternalBase>(String why)) {
      findings.error("spec.upstream.externalBaseURL", why, "A port is a number from 1 to 65535");
    }
  }

  private static @Nullable String withoutEndingSlash(@Nullable String text) {
    return text == null || !text.endsWith("/") ? text : text.substring(0, text.length() - 1);
  }
}
