package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.SecretsDocument;
import java.util.List;
import java.util.TreeMap;

/** The providers of a resource, those that could be resolved. */
record ResolvedProviders(List<ResolvedProvider> all) {

  List<ProviderDocument> documents() {
    return all.stream().map(ResolvedProvider::document).toList();
  }

  SecretsDocument secrets() {
    var clients = new TreeMap<String, String>();
    for (ResolvedProvider provider : all) {
      provider.secret().ifPresent(secret -> clients.put(provider.document().name(), secret));
    }
    return new SecretsDocument(clients);
  }
}
