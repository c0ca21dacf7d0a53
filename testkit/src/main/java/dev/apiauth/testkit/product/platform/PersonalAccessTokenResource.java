package dev.apiauth.testkit.product.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.testkit.product.account.AccessTokens;
import dev.apiauth.testkit.product.account.PersonalAccessToken;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Route;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rest/pat/latest/tokens} of Jira and Confluence: the caller's own tokens.
 *
 * <p>The secret is shown once, in the answer that creates the token. Lifetimes are days, at most
 * {@value #MAX_DAYS}; a token without one does not expire.
 */
public final class PersonalAccessTokenResource {

  static final int MAX_DAYS = 365;

  private static final String PATH = "/rest/pat/1.0|latest/tokens";

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokenBean(
      long id,
      String name,
      String createdAt,
      @Nullable String expiringAt,
      @Nullable String rawToken) {

    static TokenBean withoutSecret(PersonalAccessToken token) {
      return new TokenBean(
          Long.parseLong(token.id()),
          token.name(),
          token.createdAt().toString(),
          token.expiringAt().map(Instant::toString).orElse(null),
          null);
    }

    TokenBean withSecret(String value) {
      return new TokenBean(id, name, createdAt, expiringAt, value);
    }
  }

  private final AccessTokens tokens;
  private final ErrorShape errors;
  private final InstantSource clock;

  public PersonalAccessTokenResource(AccessTokens tokens, ErrorShape errors, InstantSource clock) {
    this.tokens = tokens;
    this.errors = errors;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(PATH, Access.SIGNED_IN, this::create),
        Route.get(PATH, Access.SIGNED_IN, this::list),
        Route.delete(PATH + "/{id}", Access.SIGNED_IN, this::revoke));
  }

  private Answer create(Call call) throws IOException {
    var body = call.body();
    var name = body.path("name").asText("");
    int days = body.path("expirationDuration").asInt(0);
    if (name.isBlank() || days < 0 || days > MAX_DAYS) {
      return errors.error(400, "A token needs a name and at most " + MAX_DAYS + " days.");
    }
    if (tokens.of(call.person()).size() >= AccessTokens.LIMIT_PER_PERSON) {
      return errors.error(400, "You have reached the limit of tokens.");
    }
    var token = tokens.issue(call.person(), name, expiry(days));
    return Answer.json(201, TokenBean.withoutSecret(token).withSecret(token.value()));
  }

  private Optional<Instant> expiry(int days) {
    return days == 0 ? Optional.empty() : Optional.of(clock.instant().plus(Duration.ofDays(days)));
  }

  private Answer list(Call call) {
    return Answer.json(
        200, tokens.of(call.person()).stream().map(TokenBean::withoutSecret).toList());
  }

  private Answer revoke(Call call) {
    var found =
        tokens.of(call.person()).stream()
            .filter(token -> token.id().equals(call.variable("id")))
            .findFirst();
    found.ifPresent(tokens::revoke);
    return found.isPresent() ? Answer.noContent() : errors.error(404, "There is no such token.");
  }
}
