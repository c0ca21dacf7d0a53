package dev.apiauth.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.decide.CompiledUpstream;
import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.ExternalBase;
import dev.apiauth.policy.request.Parsed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TheResourceSpeaksBeforeThePodAndThePodBeforeTheProfile {

  private static final ProductProfile CONFLUENCE =
      PresetCatalog.shipped().product("Confluence").orElseThrow();

  private static final UpstreamCompiler IN_A_POD_THAT_SPEAKS =
      new UpstreamCompiler(
          new ProductDefaults(
              Optional.of(8091),
              Optional.of(contextPath("/pod")),
              Optional.of(new ExternalBase("https", "pod.example.com", 443))));

  private static final UpstreamCompiler IN_A_SILENT_POD =
      new UpstreamCompiler(ProductDefaults.NONE);

  @Test
  void theResource() {
    var spoken = new UpstreamDocument(9000, "/wiki", "http://wiki.example.com:8443");

    assertThat(IN_A_POD_THAT_SPEAKS.compile(spoken, CONFLUENCE))
        .isEqualTo(
            new CompiledUpstream(
                9000, Optional.of(new ExternalBase("http", "wiki.example.com", 8443))));
    assertThat(IN_A_POD_THAT_SPEAKS.contextPath(spoken, CONFLUENCE)).hasToString("/wiki");
  }

  @Test
  void theResourceMaySayThatThereIsNoContextPath() {
    var spoken = new UpstreamDocument(null, "", null);

    assertThat(IN_A_POD_THAT_SPEAKS.contextPath(spoken, CONFLUENCE)).isEqualTo(ContextPath.ROOT);
    assertThat(IN_A_POD_THAT_SPEAKS.compile(spoken, CONFLUENCE).port()).isEqualTo(8091);
  }

  @Test
  void thePod() {
    assertThat(IN_A_POD_THAT_SPEAKS.compile(UpstreamDocument.OPEN, CONFLUENCE))
        .isEqualTo(
            new CompiledUpstream(
                8091, Optional.of(new ExternalBase("https", "pod.example.com", 443))));
    assertThat(IN_A_POD_THAT_SPEAKS.contextPath(UpstreamDocument.OPEN, CONFLUENCE))
        .hasToString("/pod");
  }

  @Test
  void theProfile() {
    assertThat(IN_A_SILENT_POD.compile(UpstreamDocument.OPEN, CONFLUENCE))
        .isEqualTo(new CompiledUpstream(8090, Optional.empty()));
    assertThat(IN_A_SILENT_POD.contextPath(UpstreamDocument.OPEN, CONFLUENCE))
        .hasToString(CONFLUENCE.upstream().contextPath());
  }

  private static ContextPath contextPath(String text) {
    return ((Parsed.Value<ContextPath>) ContextPath.parse(text)).value();
  }
}
