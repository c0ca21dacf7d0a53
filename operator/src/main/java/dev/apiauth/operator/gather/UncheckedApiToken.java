package dev.apiauth.operator.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.Optional;

/**
 * An API token as the API server sent it, its spec not read yet; why, {@link UncheckedApiAuth}
 * says.
 */
@Group("apiauth.dev")
@Version("v1alpha1")
@Kind("AtlassianApiToken")
@Singular("atlassianapitoken")
@Plural("atlassianapitokens")
public class UncheckedApiToken extends CustomResource<JsonNode, AtlassianApiTokenStatus>
    implements Namespaced {

  /** The AtlassianApiAuth that it names; empty if it names none. */
  public static Optional<String> policyOf(UncheckedApiToken token) {
    return text(token, "/policyRef/name");
  }

  /** The user that it names; empty if it names none. */
  public static Optional<String> usernameOf(UncheckedApiToken token) {
    return text(token, "/username");
  }

  /** What the operator wrote about it. */
  public static AtlassianApiTokenStatus statusOf(UncheckedApiToken token) {
    return Optional.ofNullable(token.getStatus()).orElse(AtlassianApiTokenStatus.NONE);
  }

  private static Optional<String> text(UncheckedApiToken token, String place) {
    return Optional.ofNullable(token.getSpec())
        .map(spec -> spec.at(place))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }
}
