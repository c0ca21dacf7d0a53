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
final class HostedProviders implements ProvidersInReach, AutoCloseable {

  private final StandInNetwork network = StandInNetwork.open();
  private final Map<HostedProvider, ProviderRows> rows =
      ProviderRows.of("matrix.yaml", HostedProvider.class);
  private final Map<HostedProvider, ProviderStandIn> standIns =
      Arrays.stream(HostedProvider.values())
          .collect(Collectors.toMap(Function.identity(), each -> each.startIn(network)));

  @Override
  public StandInNetwork network() {
    return network;
  }

  @Override
  public Map<String, ClientSecret> clients() {
    var clients = new HashMap<String, ClientSecret>();
    standIns.forEach(
        (provider, standIn) ->
            standIn.client().ifPresent(client -> clients.put(secretName(provider), client)));
    return clients;
  }

  ProviderStandIn at(HostedProvider provider) {
    return Objects.requireNonNull(standIns.get(provider));
  }

  ProviderRows rows(HostedProvider provider) {
    return Objects.requireNonNull(rows.get(provider));
  }

  /** The provider as a resource has it. */
  Map<String, Object> entry(HostedProvider provider) {
    return new ProviderEntry(nameOf(provider), at(provider)).with(rows(provider).entry());
  }

  /** Likewise, so that applications act as somebody. */
  Map<String, Object> extendedEntry(HostedProvider provider) {
    var entry = new HashMap<>(entry(provider));
    entry.putAll(rows(provider).extended());
    return entry;
  }

  private static String nameOf(HostedProvider provider) {
    return provider.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String secretName(HostedProvider provider) {
    return new ProviderEntry(nameOf(provider), at(provider)).secretName();
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
