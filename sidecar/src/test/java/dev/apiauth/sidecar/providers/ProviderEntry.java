package dev.apiauth.sidecar.providers;

import dev.apiauth.testkit.idp.standin.ClientSecret;
import dev.apiauth.testkit.idp.standin.ProviderStandIn;
import java.util.HashMap;
import java.util.Map;

/**
 * A stand-in as a resource has it.
 *
 * @param name how the resource calls it
 * @param standIn says the rest
 */
record ProviderEntry(String name, ProviderStandIn standIn) {

  /** The entry, with what a test says beside it. */
  Map<String, Object> with(Map<String, Object> more) {
    var entry = new HashMap<String, Object>();
    entry.put("name", name);
    entry.put("preset", standIn.preset());
    entry.put("audiences", standIn.audiences());
    if (!standIn.parameters().isEmpty()) entry.put("parameters", standIn.parameters());
    standIn.client().ifPresent(client -> entry.put("client", client(client)));
    entry.putAll(more);
    return entry;
  }

  private Map<String, Object> client(ClientSecret client) {
    var entry = new HashMap<String, Object>();
    entry.put("id", client.id());
    entry.put("secretRef", Map.of("name", secretName(), "key", "secret"));
    if (standIn.preset().equals("Google")) entry.put("authentication", "PrivateKeyJwt");
    return entry;
  }

  /** The Secret with the secret of the client there. */
  String secretName() {
    return "client-at-" + name;
  }
}
