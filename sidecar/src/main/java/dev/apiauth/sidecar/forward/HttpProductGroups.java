package dev.apiauth.sidecar.forward;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.preset.ProductProfile;
import dev.apiauth.sidecar.identity.Caller;
import dev.apiauth.sidecar.identity.ProductGroups;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Asks the product for the groups of a user over HTTP, page by page, as its profile says. */
public final class HttpProductGroups implements ProductGroups {

  private static final int OK = 200;

  /** Nobody is in so many groups; a product that goes on and on is not answering. */
  private static final int MOST_PAGES = 50;

  private static final int LONGEST_PAGE = 1024 * 1024;
  private static final Duration TRY_AGAIN = Duration.ofSeconds(5);

  private final ProductQuestions questions;

  /** Asks that way. */
  public HttpProductGroups(ProductQuestions questions) {
    this.questions = questions;
  }

  @Override
  public Future<Outcome<Set<String>>> of(String token, String username, CompiledPolicy policy) {
    ProductProfile.Groups profile = policy.product().profile().groups();
    if (profile == null) return Future.succeededFuture(silent("it has no such question"));
    return new Asking(new Caller.Token(token), username, policy, profile).page(1);
  }

  private static <T> Outcome<T> silent(String finding) {
    return Refusal.of(Reason.GROUPS_SILENT)
        .finding("groups: " + finding)
        .retryAfter(TRY_AGAIN)
        .asOutcome();
  }

  /** One user's groups, until the last page. */
  private final class Asking {

    private final Caller caller;
    private final String username;
    private final CompiledPolicy policy;
    private final ProductProfile.Groups profile;
    private final Set<String> found = new HashSet<>();
    private int read;

    Asking(Caller caller, String username, CompiledPolicy policy, ProductProfile.Groups profile) {
      this.caller = caller;
      this.username = username;
      this.policy = policy;
      this.profile = profile;
    }

    Future<Outcome<Set<String>>> page(int number) {
      if (number > MOST_PAGES) return Future.succeededFuture(silent("it does not end"));
      return questions
          .<GroupPage>get(path(), caller, policy, this::read)
          .compose(answer -> afterwards(answer, number));
    }

    private String path() {
      String name = URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20");
      return profile.path().replace("{start}", Integer.toString(read)).replace("{username}", name);
    }

    private Future<Outcome<Set<String>>> afterwards(Outcome<GroupPage> answer, int number) {
      return switch (answer) {
        case Outcome.Pass<GroupPage>(GroupPage page) -> {
          found.addAll(page.names());
          read += page.names().size();
          yield page.more() ? page(number + 1) : Future.succeededFuture(Outcome.pass(found));
        }
        case Outcome.Refused<GroupPage>(Refusal refusal) ->
            Future.succeededFuture(silent(refusal.reason().code() + " " + refusal.finding()));
      };
    }

    private Future<Outcome<GroupPage>> read(HttpClientResponse answer) {
      if (answer.statusCode() != OK) {
        return BoundedAnswer.of(answer, LONGEST_PAGE).map(silent("status " + answer.statusCode()));
      }
      return BoundedAnswer.of(answer, LONGEST_PAGE).map(this::page);
    }

    private Outcome<GroupPage> page(Optional<Buffer> body) {
      return body.flatMap(text -> GroupPage.read(text, profile))
          .map(Outcome::pass)
          .orElseGet(() -> silent("the answer is not whole"));
    }
  }
}
