package dev.apiauth.cli.explain;

import dev.apiauth.cli.input.ChosenResource;
import dev.apiauth.cli.input.ProviderOptions;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.cli.input.UnusableInputException;
import dev.apiauth.cli.render.OutputOptions;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.sidecar.explain.ExplainOptions;
import dev.apiauth.sidecar.explain.ExplainOptions.Asking;
import dev.apiauth.sidecar.explain.Explainer;
import dev.apiauth.sidecar.explain.Explanation;
import dev.apiauth.sidecar.explain.ProductsWord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code apiauth explain}. */
@Command(
    name = "explain",
    description = {
      "Says what would become of a request, step by step, by the code that enforces.",
      "The product is not asked: a token on file is taken to be its user's."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ExplainCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ChosenResource resource = new ChosenResource();

  @Option(
      names = "--request",
      required = true,
      paramLabel = "REQUEST",
      description = "Method and path, such as \"GET /rest/api/2/project\".")
  private String request = "";

  @ArgGroup private CredentialOptions credential = new CredentialOptions();

  @Mixin private OriginOptions origin = new OriginOptions();

  @Option(
      names = "--header",
      paramLabel = "NAME: VALUE",
      description = "Another header field; may be repeated.")
  private List<String> headers = List.of();

  @Option(
      names = "--product-user",
      paramLabel = "NAME",
      description = "Whom the product is taken to name for a token or session of its own.")
  private @Nullable String productUser;

  @Option(
      names = "--product-groups",
      split = ",",
      paramLabel = "GROUP",
      description = "In which of its groups the product is taken to say that the user is.")
  private @Nullable Set<String> productGroups;

  @Option(
      names = "--offline",
      description = "No provider is asked; tokens are taken at their word, unsigned as they are.")
  private boolean offline;

  @Mixin private ProviderOptions providers = new ProviderOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  /** A command at that clock's time. */
  public ExplainCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    RequestLine line = RequestLine.parse(request);
    ReadResource.Usable policy = resource.read(clock.instant());
    RequestHead head = head(line, policy);
    var answer = new ExplainAnswer(line, origin.client(), policy, explanation(head, policy));
    output.print(answer, command);
    return answer.exit();
  }

  private Explanation explanation(RequestHead head, ReadResource.Usable policy) {
    var options =
        new ExplainOptions(
            resource.policy().egress(),
            providers.trust(),
            offline ? Asking.NOBODY : Asking.PROVIDERS);
    try (var explainer = Explainer.open(options, clock)) {
      return explainer.explain(head, policy.policy(), policy.set().vault(), word());
    }
  }

  private ProductsWord word() {
    return new ProductsWord(Optional.ofNullable(productUser), Optional.ofNullable(productGroups));
  }

  private RequestHead head(RequestLine line, ReadResource.Usable policy) {
    ClientIPSpec client = policy.resource().spec().clientIP();
    var fields = new ArrayList<>(headers.stream().map(ExplainCommand::field).toList());
    if (isAbsent("Host", fields)) fields.add(new HeaderField("Host", host(policy)));
    credential
        .authorization()
        .ifPresent(each -> fields.add(new HeaderField("Authorization", each)));
    if (isAbsent("X-Forwarded-For", fields)) fields.addAll(origin.reported(client));
    return new RequestHead(
        "explain",
        line.method(),
        line.target(),
        ProtocolVersion.HTTP_1_1,
        HeaderFields.of(fields),
        origin.peerFor(client));
  }

  private static boolean isAbsent(String name, List<HeaderField> fields) {
    return fields.stream().noneMatch(field -> field.name().equalsIgnoreCase(name));
  }

  private static String host(ReadResource.Usable policy) {
    return policy
        .policy()
        .upstream()
        .externalBase()
        .map(base -> base.authority())
        .orElse("localhost");
  }

  private static HeaderField field(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw new UnusableInputException(
          "--header: \"%s\" is no header field. Write it as \"Name: value\"".formatted(text));
    }
    return new HeaderField(text.substring(0, colon), text.substring(colon + 1).strip());
  }
}
