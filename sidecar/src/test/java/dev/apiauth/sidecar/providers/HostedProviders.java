package dev.apiauth.sidecar.providers;

import dev.apiauth.testkit.idp.standin.ClientSecret;
import dev.apiauth.testkit.idp.standin.HostedProvider;
import dev.apiauth.testkit.idp.standin.Person;
import dev.apiauth.testkit.idp.standin.ProviderStandIn;
import dev.apiauth.testkit.idp.standin.StandInNetwork;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All hosted providers in one network, and what resources say of them. */
final class HostedProviders implements AutoCloseable {

  private final StandInNetwork network = StandInNetwork.open();
  private final Map<HostedProvider, ProviderRows> rows = ProviderRows.all();
  private final Map<HostedProvider, ProviderStandIn> standIns =
      Arrays.stream(HostedProvider.values())
          .collect(Collectors.toMap(Function.identity(), each -> each.startIn(network)));

  StandInNetwork network() {
    return network;
  }

  ProviderStandIn at(HostedProvider provider) {
    return Objects.requireNonNull(standIns.get(provider));
  }

  ProviderRows rows(HostedProvider provider) {
    return Objects.requireNonNull(rows.get(provider));
  }

  /** How a resource calls it. */
  static String nameOf(HostedProvider provider) {
    return provider.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The provider as a resource has it. */
  Map<String, Object> entry(HostedProvider provider) {
    ProviderStandIn standIn = at(provider);
    var entry = new HashMap<String, Object>();
    entry.put("name", nameOf(provider));
    entry.put("preset", standIn.preset());
    entry.put("audiences", standIn.audiences());
    if (!standIn.parameters().isEmpty()) entry.put("parameters", standIn.parameters());
    standIn.client().ifPresent(client -> entry.put("client", client(provider, client)));
    entry.putAll(rows(provider).entry());
    return entry;
  }

  /** Likewise, so that applications act as somebody. */
  Map<String, Object> extendedEntry(HostedProvider provider) {
    var entry = new HashMap<>(entry(provider));
    entry.putAll(rows(provider).extended());
    return entry;
  }

  private Map<String, Object> client(HostedProvider provider, ClientSecret client) {
    var entry = new HashMap<String, Object>();
    entry.put("id", client.id());
    entry.put("secretRef", Map.of("name", secretName(provider), "key", "secret"));
    if (provider == HostedProvider.GOOGLE) entry.put("authentication", "PrivateKeyJwt");
    return entry;
  }

  /** The Secret with the secret of the client there. */
  static String secretName(HostedProvider provider) {
    return "client-at-" + nameOf(provider);
  }

  /** What the providers call alice's groups, all together. */
  List<String> groupsOfAlice(Collection<HostedProvider> providers) {
    return providers.stream()
        .flatMap(provider -> at(provider).groupsOf(Person.alice()).stream())
        .distinct()
        .toList();
  }

  @Override
  public void close() {
    network.close();
  }
}
