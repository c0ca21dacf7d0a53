package dev.apiauth.operator;

import dev.apiauth.operator.admission.PodAdmission;
import dev.apiauth.operator.certs.Certificates;
import dev.apiauth.operator.gather.ClusterCaches;
import dev.apiauth.operator.gather.Kubelets;
import dev.apiauth.operator.gather.TokenReader;
import dev.apiauth.operator.inject.InjectionDecider;
import dev.apiauth.operator.inject.PodInjector;
import dev.apiauth.operator.inject.SidecarResources;
import dev.apiauth.operator.inject.SidecarTemplate;
import dev.apiauth.operator.inject.SpecAdmission;
import dev.apiauth.operator.observe.ChannelCredentials;
import dev.apiauth.operator.observe.PodObserver;
import dev.apiauth.operator.reconcile.Wiring;
import dev.apiauth.operator.render.ClosedProductPort;
import dev.apiauth.operator.render.Neighbourhood;
import dev.apiauth.operator.resolve.Candidates;
import dev.apiauth.operator.resolve.Judge;
import dev.apiauth.operator.resolve.SpecReader;
import dev.apiauth.operator.tokens.TokenWiring;
import dev.apiauth.policy.check.ApiTokenCheck;
import dev.apiauth.policy.check.ResourceCheck;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.resolve.PolicyResolver;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes what decides, out of the settings. */
final class Parts {

  private final OperatorOptions options;
  private final KubernetesClient client;
  private final Kubelets kubelets;
  private final Certificates certificates;
  private final InstantSource clock;
  private final SpecReader reader = new SpecReader(ResourceCheck.byCommittedCrd());
  private final TokenReader tokens = new TokenReader(ApiTokenCheck.byCommittedCrd());

  Parts(
      OperatorOptions options,
      KubernetesClient client,
      Kubelets kubelets,
      Certificates certificates,
      InstantSource clock) {
    this.options = options;
    this.client = client;
    this.kubelets = kubelets;
    this.certificates = certificates;
    this.clock = clock;
  }

  Wiring wiring() {
    return new Wiring(
        client,
        tokens,
        new Judge(reader, new PolicyResolver(PresetCatalog.shipped(), egress())),
        certificates.sidecars(),
        new ClosedProductPort(
            new Neighbourhood(options.namespace(), options.monitoringNamespaces())),
        PodObserver.at(this::credentials),
        this::installed,
        options.identity(),
        clock);
  }

  TokenWiring tokens(ClusterCaches caches) {
    return new TokenWiring(
        client, tokens, reader, caches::secretsIn, new SecureRandom(), options.identity(), clock);
  }

  PodAdmission admission(ClusterCaches caches) {
    return new SpecAdmission(
        new Candidates(caches::applicants, reader),
        new InjectionDecider(this::installed),
        new PodInjector());
  }

  private EgressRules egress() {
    return new EgressRules(EgressAllowance.of(options.egressAllow()));
  }

  private ChannelCredentials credentials() {
    return ChannelCredentials.of(certificates.channelKeys(), certificates.channelAuthorities());
  }

  /** What the installation says of sidecars, with the nodes as they are now. */
  private SidecarTemplate installed() {
    return new SidecarTemplate(
        options.sidecar().image(),
        options.sidecar().pullPolicy(),
        options.sidecar().nativeSidecars().kind(kubelets.versions()),
        options.egressAllow(),
        SidecarResources.DEFAULT);
  }
}
