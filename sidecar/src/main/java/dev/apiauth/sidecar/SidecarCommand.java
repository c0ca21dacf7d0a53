package dev.apiauth.sidecar;

import ch.qos.logback.classic.LoggerContext;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.sidecar.SidecarOptions.DrainTimes;
import dev.apiauth.sidecar.SidecarOptions.EgressOptions;
import dev.apiauth.sidecar.SidecarOptions.Endpoint;
import dev.apiauth.sidecar.SidecarOptions.PolicyOrigin;
import dev.apiauth.sidecar.forward.UpstreamLimits;
import dev.apiauth.sidecar.listen.ListenerLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of the sidecar. */
@Command(
    name = "apiauth-sidecar",
    description = "Enforces an AtlassianApiAuth policy in front of one product instance.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class SidecarCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(SidecarCommand.class);

  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** One of the two ways to say where the policy is. */
  static final class Source {
    @Option(
        names = "--policy",
        paramLabel = "DIR",
        description = "The directory that the operator's Secret is mounted at.")
    @Nullable Path policy;

    @ArgGroup(exclusive = false)
    @Nullable Standalone standalone;
  }

  /** What a sidecar needs that runs alone. */
  static final class Standalone {
    @Option(
        names = "--resource",
        required = true,
        paramLabel = "FILE",
        description = "The AtlassianApiAuth as a YAML file.")
    Path resource = Path.of("");

    @Option(
        names = "--secrets",
        required = true,
        paramLabel = "DIR",
        description = "A directory with Secret manifests.")
    Path secrets = Path.of("");
  }

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      defaultValue = "0.0.0.0:15080",
      description = "Where clients are served (default: ${DEFAULT-VALUE}).")
  private String listen = "";

  @Option(
      names = "--probes",
      paramLabel = "HOST:PORT",
      defaultValue = "0.0.0.0:15081",
      description = "Where /livez, /readyz and /metrics are (default: ${DEFAULT-VALUE}).")
  private String probes = "";

  @Option(
      names = "--operator-channel",
      paramLabel = "HOST:PORT",
      defaultValue = "0.0.0.0:15082",
      description = "Where the operator is answered over mutual TLS (default: ${DEFAULT-VALUE}).")
  private String operatorChannel = "";

  @Option(
      names = "--operator-certificates",
      paramLabel = "DIR",
      description =
          "The directory with tls.crt, tls.key and ca.crt of the operator channel; without it the"
              + " channel is off.")
  private @Nullable Path operatorCertificates;

  @Option(
      names = "--upstream-host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "Where the product listens (default: ${DEFAULT-VALUE}).")
  private String upstreamHost = "";

  @Mixin private ProductOptions product = new ProductOptions();

  @Option(
      names = "--upstream-timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description =
          "How long the product may take to begin its answer (default: ${DEFAULT-VALUE}).")
  private int upstreamTimeout;

  @Option(
      names = "--egress-allow",
      split = ",",
      paramLabel = "CIDR|ORIGIN",
      description =
          "What provider URLs may lead to beside public addresses over https, such as 10.20.0.0/16"
              + " or http://keycloak.idp:8080.")
  private List<String> egressAllow = List.of();

  @Option(
      names = "--egress-certificates",
      paramLabel = "FILE",
      description =
          "A PEM bundle of certificate authorities that providers' certificates may come from,"
              + " beside the JVM's own.")
  private @Nullable Path egressCertificates;

  @Option(
      names = "--event-loops",
      paramLabel = "N",
      description =
          "How many event loops serve clients; one for each processor where it is left out.")
  private @Nullable Integer eventLoops;

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description =
          "How long new connections are still served after SIGTERM (default: ${DEFAULT-VALUE}).")
  private int drain;

  /** Runs until the process is asked to end. */
  public static void main(String[] arguments) {
    int exit = new CommandLine(new SidecarCommand()).execute(arguments);
    if (exit != 0) System.exit(exit);
  }

  @Override
  public Integer call() throws Exception {
    SidecarOptions options = options();
    Optional<String> complaint = EgressAllowance.complaint(options.egress().allow());
    if (complaint.isPresent()) {
      LOG.error("{}", complaint.get());
      return CommandLine.ExitCode.USAGE;
    }
    LOG.info("starting with {}", options);
    RunningSidecar sidecar = Sidecar.start(options);
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("drain").unstarted(() -> leave(sidecar)));
    LOG.info(
        "clients are served at port {}, probes at port {}", sidecar.port(), sidecar.probePort());
    return CommandLine.ExitCode.OK;
  }

  /**
   * Ends the process as having done its work (F28): a signal alone would make it 143. The log ends
   * last, so that every audit line of the drain is written.
   */
  private static void leave(RunningSidecar sidecar) {
    sidecar.close();
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log) log.stop();
    Runtime.getRuntime().halt(CommandLine.ExitCode.OK);
  }

  private SidecarOptions options() {
    int loops = eventLoops == null ? Runtime.getRuntime().availableProcessors() : eventLoops;
    return new SidecarOptions(
        origin(),
        Endpoint.parse(listen),
        Endpoint.parse(probes),
        Endpoint.parse(operatorChannel),
        Optional.ofNullable(operatorCertificates),
        upstreamHost,
        product.defaults(),
        new EgressOptions(egressAllow, Optional.ofNullable(egressCertificates)),
        loops,
        ListenerLimits.DEFAULT,
        UpstreamLimits.DEFAULT.answeringWithin(Duration.ofSeconds(upstreamTimeout)),
        new DrainTimes(Duration.ofSeconds(drain), DrainTimes.DEFAULT.finish()));
  }

  private PolicyOrigin origin() {
    Path directory = source.policy;
    Standalone alone = source.standalone;
    if (directory != null) return new PolicyOrigin.Rendered(directory);
    if (alone != null) return new PolicyOrigin.Resource(alone.resource, alone.secrets);
    throw new IllegalStateException("the command line was accepted without a source");
  }
}
