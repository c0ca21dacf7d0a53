package dev.apiauth.testkit.playground.standalone;

import dev.apiauth.testkit.playground.ApiTokenCalls;
import dev.apiauth.testkit.playground.Attempt;
import dev.apiauth.testkit.playground.EditLog;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.GitCalls;
import dev.apiauth.testkit.playground.Judged;
import dev.apiauth.testkit.playground.ResultTable;
import dev.apiauth.testkit.playground.Screen;
import dev.apiauth.testkit.scenario.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** API tokens whose Secrets are laid into the folder while sidecars run, for calls and git. */
final class TokensBySecret {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LIFETIME = Duration.ofDays(30);

  private final StandaloneStage stage;
  private final Manifest example;
  private final Path clones;
  private final Screen screen;
  private final EditLog log;

  /**
   * Nothing is issued yet.
   *
   * @param folder where git works
   */
  TokensBySecret(StandaloneStage stage, Path checkout, Path folder, Screen screen) {
    this.stage = stage;
    this.example = Manifest.read(checkout.resolve("examples/secrets/api-token.yaml"));
    this.clones = folder.resolve("git");
    this.screen = screen;
    this.log = new EditLog(screen, PATIENCE);
  }

  /** Issues them, makes the calls, and returns what came of them. */
  List<Judged> make() {
    screen.title("API tokens, by a Secret with the hash (examples/secrets/api-token.yaml)");
    List<Judged> others = new ArrayList<>(callsToJira());
    screen.title("git through Bitbucket's sidecar, an API token as its password");
    GitCalls.ifInstalled(stage.of(Example.BITBUCKET), clones, screen)
        .ifPresent(git -> others.addAll(made(git)));
    others.addAll(log.rows());
    return others;
  }

  private List<? extends Judged> callsToJira() {
    NewApiToken token = NewApiToken.random();
    var calls = new ApiTokenCalls(stage.of(Example.JIRA), token.value());
    issue("nightly", example, token, calls.asBearer());
    var others = calls.others().stream().map(Attempt::make).toList();
    new ResultTable(others).print(screen);
    return others;
  }

  private List<Judged> made(GitCalls git) {
    NewApiToken push = NewApiToken.random();
    NewApiToken clone = NewApiToken.random();
    Manifest readOnly = forBitbucket("svc-ci");
    Manifest all = forBitbucket("alice").without("/stringData/operations");
    issue("site-push", all, push, git.firstQuestion("alice", push.value()));
    issue("site-clone", readOnly, clone, git.firstQuestion("svc-ci", clone.value()));
    return git.make(push.value(), clone.value());
  }

  private Manifest forBitbucket(String user) {
    return example
        .with("/metadata/labels", Map.of("apiauth.dev/api-tokens", Example.BITBUCKET.key()))
        .with("/stringData/groups", "bitbucket-api-users")
        .with("/stringData/username", user);
  }

  private void issue(String name, Manifest secret, NewApiToken token, Attempt attempt) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    String manifest =
        secret
            .with("/metadata/name", "api-token-" + name)
            .with("/stringData/id", quoted(token.id()))
            .with("/stringData/hash", quoted(token.hash()))
            .with("/stringData/created", quoted(now))
            .with("/stringData/notAfter", quoted(now.plus(LIFETIME)))
            .yaml();
    var file = new EditedFile(stage.secrets().resolve("api-token-" + name + ".yaml"));
    log.edit("secrets/api-token-%s.yaml".formatted(name), () -> file.write(manifest), attempt);
  }

  /** So that no text is taken for a number or a date. */
  private static String quoted(Object text) {
    return "\"" + text + "\"";
  }
}
