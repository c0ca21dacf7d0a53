package dev.apiauth.testkit.kube.control;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Clients of one API server: the administrator's, and by impersonation anybody's. */
final class ApiClients implements AutoCloseable {

  private record Identity(String user, List<String> groups) {}

  private final Config admin;
  private final KubernetesClient client;
  private final Map<Identity, KubernetesClient> others = new ConcurrentHashMap<>();

  ApiClients(Kubeconfig kubeconfig) {
    this.admin = Config.fromKubeconfig(kubeconfig.text());
    this.client = new KubernetesClientBuilder().withConfig(admin).build();
  }

  KubernetesClient admin() {
    return client;
  }

  KubernetesClient as(String user, List<String> groups) {
    return others.computeIfAbsent(new Identity(user, List.copyOf(groups)), this::impersonating);
  }

  private KubernetesClient impersonating(Identity identity) {
    var config =
        new ConfigBuilder(admin)
            .withImpersonateUsername(identity.user())
            .withImpersonateGroups(identity.groups().toArray(String[]::new))
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  @Override
  public void close() {
    others.values().forEach(KubernetesClient::close);
    client.close();
  }
}
