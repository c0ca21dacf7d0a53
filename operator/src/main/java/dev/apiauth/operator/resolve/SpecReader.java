package dev.apiauth.operator.resolve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.ResourceCheck;
import io.fabric8.kubernetes.api.model.ObjectMeta;

/** Reads specs as they are in the API server or beside a published policy, and checks them. */
public final class SpecReader {

  private final ResourceCheck check;
  private final JsonMapper json = new JsonMapper();
  private final YAMLMapper yaml = new YAMLMapper();

  /** Reads by that check. */
  public SpecReader(ResourceCheck check) {
    this.check = check;
  }

  /** Checks a resource as the API server sent it: its CRD may be another than this build's. */
  public CheckedResource read(UncheckedApiAuth resource) {
    return check.check(tree(resource));
  }

  /** Checks a resource that {@link #write} wrote, perhaps another version of this code. */
  public CheckedResource read(String source) {
    return check.check(source);
  }

  /** The resource as YAML: what decides about its policy and nothing else. */
  public String write(UncheckedApiAuth resource) {
    try {
      return yaml.writeValueAsString(tree(resource));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree cannot be written", e);
    }
  }

  private ObjectNode tree(UncheckedApiAuth resource) {
    ObjectMeta metadata = resource.getMetadata();
    ObjectNode tree = json.createObjectNode();
    tree.put("apiVersion", resource.getApiVersion());
    tree.put("kind", resource.getKind());
    tree.putObject("metadata")
        .put("name", metadata.getName())
        .put("namespace", metadata.getNamespace())
        .put("generation", metadata.getGeneration());
    tree.set("spec", resource.getSpec());
    return tree;
  }
}
