package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.cli.input.ProviderOptions;
import dev.apiauth.cli.render.OutputOptions;
import dev.apiauth.sidecar.explain.ExplainOptions;
import dev.apiauth.sidecar.explain.ExplainOptions.Asking;
import dev.apiauth.sidecar.explain.Explainer;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code apiauth provider check}. */
@Command(
    name = "check",
    description = {
      "Looks at what a provider publishes: metadata, issuer, keys, clock, certificate.",
      "With --login, fetches a token, and says what the policy makes of it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ProviderCheckCommand implements Callable<Integer> {

  private final InstantSource clock;

  @Spec private CommandSpec command = CommandSpec.create();

  @Mixin private ProviderChoice choice = new ProviderChoice();

  @Mixin private LoginOptions login = new LoginOptions();

  @Mixin private ProviderOptions providers = new ProviderOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  ProviderCheckCommand(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() {
    ChosenProvider chosen = choice.read(clock.instant());
    try (var http = new ProviderHttp(choice.policy().egress(), providers.trust())) {
      var inspection = new Inspection(chosen.document(), http, clock.instant()).run();
      ProviderAnswer answer = answer(chosen, inspection, http);
      output.print(answer, command);
      return answer.exit();
    }
  }

  private ProviderAnswer answer(ChosenProvider chosen, Inspection inspection, ProviderHttp http) {
    List<CheckedThing> things = new ArrayList<>(inspection.things());
    String name = chosen.spec().name();
    Optional<LoginOutcome> outcome =
        login.kind().map(kind -> logIn(kind, inspection.metadata(), http));
    if (outcome.isEmpty()) {
      return new ProviderAnswer(name, things, Optional.empty(), Optional.empty());
    }
    return switch (outcome.get()) {
      case LoginOutcome.Tokens(String token, Optional<String> idToken) -> {
        TokenLook look = look(token, chosen);
        things.add(CheckedThing.fine("login", "there is a token"));
        things.addAll(look.things());
        yield new ProviderAnswer(
            name,
            things,
            Optional.of(look.claims()).filter(JsonNode::isObject),
            Optional.of(Proposal.of(chosen.spec(), look.claims())));
      }
      case LoginOutcome.Refused(String because) ->
          without(name, things, CheckedThing.wrong("login", because));
      case LoginOutcome.Unanswered(String because) ->
          without(name, things, CheckedThing.notAnswered("login", because));
    };
  }

  private static ProviderAnswer without(String name, List<CheckedThing> things, CheckedThing last) {
    things.add(last);
    return new ProviderAnswer(name, things, Optional.empty(), Optional.empty());
  }

  private LoginOutcome logIn(LoginKind kind, ProviderMetadata metadata, ProviderHttp http) {
    PrintWriter toPerson = command.commandLine().getErr();
    return switch (kind) {
      case CODE -> new CodeLogin(login, metadata, http, toPerson).run();
      case DEVICE -> new DeviceLogin(login, metadata, http, toPerson).run();
      case CLIENT_CREDENTIALS -> clientCredentials(metadata, http);
    };
  }

  private LoginOutcome clientCredentials(ProviderMetadata metadata, ProviderHttp http) {
    Map<String, String> form = new LinkedHashMap<>(login.parameters());
    form.put("grant_type", "client_credentials");
    login.scope().ifPresent(scope -> form.put("scope", scope));
    return new TokenEndpoint(login.tokenEndpoint(metadata), login.client(), http).request(form);
  }

  private TokenLook look(String token, ChosenProvider chosen) {
    var options = new ExplainOptions(choice.policy().egress(), providers.trust(), Asking.PROVIDERS);
    try (var explainer = Explainer.open(options, clock)) {
      return TokenLook.at(token, chosen.policy(), chosen.compiled(), explainer);
    }
  }
}
