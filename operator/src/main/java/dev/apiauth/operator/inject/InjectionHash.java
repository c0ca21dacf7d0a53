package dev.apiauth.operator.inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.document.PolicyHash;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Volume;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What identifies the form of an injected sidecar: image, resources and everything that this
 * operator writes into every pod. Neither the policy nor what a single pod says is in it, so that a
 * pod is stale only when a restart would change its sidecar.
 *
 * @param value hexadecimal digits, for {@link
 *     dev.apiauth.operator.names.Annotations#INJECTION_HASH}
 */
public record InjectionHash(String value) {

  private static final int DIGITS = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A pod of no product, of which only the template is left. */
  private static final PodFacts NO_POD =
      new PodFacts(
          new UpstreamFacts(0, Optional.empty(), Optional.empty()),
          OptionalLong.empty(),
          OptionalInt.of(1));

  private record Form(Container container, List<Volume> volumes) {}

  /** The hash of what a template puts into pods. */
  public static InjectionHash of(SidecarTemplate template) {
    var form = new Form(SidecarContainer.of(template, NO_POD), SidecarVolumes.of(""));
    try {
      byte[] json = JSON.writeValueAsString(form).getBytes(StandardCharsets.UTF_8);
      return new InjectionHash(PolicyHash.of(json).value().substring(0, DIGITS));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the model of Kubernetes is JSON", e);
    }
  }
}
