package dev.apiauth.operator.render;

import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Secret that the sidecars of a resource mount. No owner reference: it outlives the resource as
 * long as injected pods use it.
 */
public final class PolicySecret {

  static final String CERTIFICATE = "tls.crt";
  static final String KEY = "tls.key";
  static final String AUTHORITIES = "ca.crt";
  static final String SPEC = "last-good-spec.yaml";

  private PolicySecret() {}

  /** The Secret as it should be. */
  public static Secret render(Publication publication) {
    return new SecretBuilder()
        .withMetadata(
            metadata(
                Names.renderedSecret(publication.resource()),
                publication.namespace(),
                publication.resource()))
        .withType("Opaque")
        .withData(data(publication))
        .build();
  }

  /** What every rendered object says of itself. */
  static ObjectMeta metadata(String name, String namespace, String resource) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .addToLabels(Labels.POLICY, Names.policyLabel(resource))
        .addToLabels(Labels.MANAGED_BY, Labels.APIAUTH)
        .addToAnnotations(Annotations.RESOURCE, resource)
        .build();
  }

  private static Map<String, String> data(Publication publication) {
    var data = new TreeMap<String, String>();
    publication.policy().files().forEach((file, bytes) -> data.put(file, base64(bytes)));
    data.put(CERTIFICATE, base64(publication.channel().certificate()));
    data.put(KEY, base64(publication.channel().key()));
    data.put(AUTHORITIES, base64(publication.channel().authorities()));
    data.put(SPEC, base64(publication.spec()));
    return data;
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
