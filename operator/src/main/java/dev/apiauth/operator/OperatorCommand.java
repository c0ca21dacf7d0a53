package dev.apiauth.operator;

import dev.apiauth.operator.OperatorOptions.SidecarOptions;
import dev.apiauth.operator.OperatorOptions.WebhookOptions;
import dev.apiauth.operator.admission.HttpServerLimits;
import dev.apiauth.operator.inject.NativeSidecars;
import dev.apiauth.operator.inject.SidecarTemplate.PullPolicy;
import dev.apiauth.policy.egress.EgressAllowance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of the operator. The cluster is the one of KUBECONFIG, or the pod's own. */
@Command(
    name = "apiauth-operator",
    description = "Renders AtlassianApiAuth resources and puts the sidecar into their pods.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class OperatorCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(OperatorCommand.class);

  @Option(
      names = "--namespace",
      required = true,
      paramLabel = "NAME",
      description = "The operator's own namespace: its lease and certificate authority are there.")
  private String namespace = "";

  @Option(
      names = "--watch-namespaces",
      required = true,
      split = ",",
      paramLabel = "NAME",
      description = "The namespaces whose resources are served.")
  private Set<String> watchNamespaces = Set.of();

  @Option(
      names = "--monitoring-namespaces",
      split = ",",
      paramLabel = "NAME",
      description = "The namespaces that may scrape the sidecars' metrics.")
  private List<String> monitoringNamespaces = List.of();

  @Option(
      names = "--sidecar-image",
      required = true,
      paramLabel = "IMAGE",
      description = "The image of the sidecar.")
  private String sidecarImage = "";

  @Option(
      names = "--sidecar-image-pull-policy",
      defaultValue = "IfNotPresent",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private PullPolicy pullPolicy = PullPolicy.IfNotPresent;

  @Option(
      names = "--native-sidecars",
      defaultValue = "Auto",
      description =
          "Auto, Always or Never (default: ${DEFAULT-VALUE}). Auto: if every node's kubelet is"
              + " 1.33 or newer.")
  private NativeSidecars nativeSidecars = NativeSidecars.AUTO;

  @Option(
      names = "--webhook-configuration",
      required = true,
      paramLabel = "NAME",
      description = "The MutatingWebhookConfiguration that gets the certificate authority.")
  private String webhookConfiguration = "";

  @Option(
      names = "--webhook-listen",
      paramLabel = "HOST:PORT",
      defaultValue = "0.0.0.0:9443",
      description = "Where the webhook is served (default: ${DEFAULT-VALUE}).")
  private String webhookListen = "";

  @Option(
      names = "--webhook-hosts",
      required = true,
      split = ",",
      paramLabel = "HOST",
      description = "The DNS names and addresses that the webhook's certificate is for.")
  private List<String> webhookHosts = List.of();

  @Option(
      names = "--probes",
      paramLabel = "HOST:PORT",
      defaultValue = "0.0.0.0:9080",
      description = "Where /livez, /readyz and /metrics are (default: ${DEFAULT-VALUE}).")
  private String probes = "";

  @Option(
      names = "--egress-allow",
      split = ",",
      paramLabel = "CIDR|ORIGIN",
      description =
          "What provider URLs may lead to beside public addresses over https, such as 10.20.0.0/16"
              + " or http://keycloak.idp:8080.")
  private List<String> egressAllow = List.of();

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description = "What this replica calls itself in the lease (default: the host's name).")
  private @Nullable String identity;

  /** Runs until the process is asked to end. */
  public static void main(String[] arguments) {
    HttpServerLimits.set();
    int exit = commandLine().execute(arguments);
    if (exit != 0) System.exit(exit);
  }

  static CommandLine commandLine() {
    return new CommandLine(new OperatorCommand()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() {
    OperatorOptions options = options();
    Optional<String> complaint = EgressAllowance.complaint(options.egressAllow());
    if (complaint.isPresent()) {
      LOG.error("{}", complaint.get());
      return CommandLine.ExitCode.USAGE;
    }
    LOG.info("starting with {}", options);
    return OperatorProcess.run(options);
  }

  private OperatorOptions options() {
    return new OperatorOptions(
        namespace,
        watchNamespaces,
        monitoringNamespaces,
        new SidecarOptions(sidecarImage, pullPolicy, nativeSidecars),
        new WebhookOptions(webhookConfiguration, Endpoint.parse(webhookListen), webhookHosts),
        Endpoint.parse(probes),
        egressAllow,
        Optional.ofNullable(identity).orElseGet(HostName::own));
  }
}
