package dev.apiauth.policy.compile;

import dev.apiauth.policy.decide.CompiledUpstream;
import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.ExternalBase;
import java.util.Optional;

/** Completes what a resource says of its product: by what the pod says, then by the profile. */
final class UpstreamCompiler {

  private final ProductDefaults pod;

  UpstreamCompiler(ProductDefaults pod) {
    this.pod = pod;
  }

  CompiledUpstream compile(UpstreamDocument resource, ProductProfile profile) {
    int port = Optional.ofNullable(resource.port()).or(pod::port).orElse(profile.upstream().port());
    return new CompiledUpstream(port, externalBase(resource));
  }

  ContextPath contextPath(UpstreamDocument resource, ProductProfile profile) {
    return Optional.ofNullable(resource.contextPath())
        .map(text -> ParsedText.value(ContextPath.parse(text)))
        .or(pod::contextPath)
        .orElseGet(() -> ParsedText.value(ContextPath.parse(profile.upstream().contextPath())));
  }

  private Optional<ExternalBase> externalBase(UpstreamDocument resource) {
    return Optional.ofNullable(resource.externalBase())
        .map(text -> ParsedText.value(ExternalBase.parse(text)))
        .or(pod::externalBase);
  }
}
