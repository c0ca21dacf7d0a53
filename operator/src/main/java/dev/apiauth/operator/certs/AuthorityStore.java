package dev.apiauth.operator.certs;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The Secret of the authorities. Whoever writes says what it has read, so that of several writers
 * one wins and the others hear of it. Needs the verbs get, create and patch.
 */
public final class AuthorityStore {

  /** The name of the Secret, in the operator's namespace. */
  public static final String SECRET = "apiauth-ca";

  private final KubernetesClient client;
  private final String namespace;

  /** The store in a namespace, which is the operator's own. */
  public AuthorityStore(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** What lies in the Secret. */
  sealed interface Found {

    record Absent() implements Found {}

    record Unreadable(String resourceVersion, String why) implements Found {}

    record Stored(String resourceVersion, Authorities authorities) implements Found {}
  }

  /** What a write came to. */
  enum Written {
    DONE,
    /** Somebody else wrote first; what he wrote counts. */
    OVERTAKEN
  }

  Found find() {
    var secret = secret().get();
    if (secret == null) return new Found.Absent();
    var version = secret.getMetadata().getResourceVersion();
    try {
      return new Found.Stored(version, AuthoritySecret.read(secret));
    } catch (GeneralSecurityException e) {
      return new Found.Unreadable(version, String.valueOf(e.getMessage()));
    }
  }

  Written create(Authorities authorities) {
    var secret = AuthoritySecret.write(namespace, SECRET, authorities);
    return unless(Set.of(HTTP_CONFLICT), () -> client.resource(secret).create());
  }

  /** Replaces what was found in this version; labels and annotations of others stay. */
  Written replace(String resourceVersion, Authorities authorities) {
    var patch = JsonNodeFactory.instance.objectNode();
    patch.putObject("metadata").put("resourceVersion", resourceVersion);
    var data = patch.putObject("data");
    clear(data);
    AuthoritySecret.data(authorities).forEach(data::put);
    var merge = PatchContext.of(PatchType.JSON_MERGE);
    return unless(
        Set.of(HTTP_CONFLICT, HTTP_NOT_FOUND), () -> secret().patch(merge, patch.toString()));
  }

  /** In a merge patch, null takes away what is not there afterwards (RFC 7396, section 2). */
  private static void clear(ObjectNode data) {
    data.putNull(AuthoritySecret.PREVIOUS_CERTIFICATE);
    data.putNull(AuthoritySecret.PREVIOUS_KEY);
  }

  private Resource<Secret> secret() {
    return client.secrets().inNamespace(namespace).withName(SECRET);
  }

  private static Written unless(Set<Integer> overtaken, Runnable write) {
    try {
      write.run();
      return Written.DONE;
    } catch (KubernetesClientException e) {
      if (overtaken.contains(e.getCode())) return Written.OVERTAKEN;
      throw e;
    }
  }
}
