package dev.apiauth.testkit.product.bitbucket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.testkit.product.account.AccessTokens;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.PersonalAccessToken;
import dev.apiauth.testkit.product.rest.Access;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Call;
import dev.apiauth.testkit.product.rest.Endpoint;
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
 * {@code /rest/access-tokens/latest/users/{userSlug}}: a person's own HTTP access tokens.
 *
 * <p>401 for everybody else, and for whoever comes with such a token. The permissions of a token
 * are taken and forgotten: they bind nothing here.
 */
final class AccessTokenResource {

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TokenBean(
      String id,
      long createdDate,
      @Nullable Long expiryDate,
      String name,
      BitbucketUser user,
      @Nullable String token) {

    static TokenBean of(PersonalAccessToken token, Person owner, @Nullable String secret) {
      return new TokenBean(
          token.id(),
          token.createdAt().toEpochMilli(),
          token.expiringAt().map(Instant::toEpochMilli).orElse(null),
          token.name(),
          BitbucketUser.of(owner),
          secret);
    }
  }

  private static final String PATH = "/rest/access-tokens/1.0|latest/users/{slug}";

  private final AccessTokens tokens;
  private final ErrorShape errors;
  private final InstantSource clock;

  AccessTokenResource(AccessTokens tokens, ErrorShape errors, InstantSource clock) {
    this.tokens = tokens;
    this.errors = errors;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.put(PATH, Access.SIGNED_IN, ownOnly(this::create)),
        Route.get(PATH, Access.SIGNED_IN, ownOnly(this::list)),
        Route.delete(PATH + "/{id}", Access.SIGNED_IN, ownOnly(this::revoke)));
  }

  private Endpoint ownOnly(Endpoint endpoint) {
    return call ->
        isOwner(call)
            ? endpoint.answer(call)
            : errors.error(401, "You are not permitted to access this resource");
  }

  private static boolean isOwner(Call call) {
    return call.caller().means() != Caller.Means.ACCESS_TOKEN
        && BitbucketUser.slug(call.person().name()).equals(call.variable("slug"));
  }

  private Answer create(Call call) throws IOException {
    var body = call.body();
    var name = body.path("name").asText("");
    if (name.isBlank() || body.path("permissions").isEmpty()) {
      return errors.error(400, "A token needs a name and permissions.");
    }
    var owner = call.person();
    if (tokens.of(owner).size() >= AccessTokens.LIMIT_PER_PERSON) {
      return errors.error(400, "You have reached the limit of tokens.");
    }
    var token = tokens.issue(owner, name, expiry(body.path("expiryDays").asInt(0)));
    return Answer.json(200, TokenBean.of(token, owner, token.value()));
  }

  private Optional<Instant> expiry(int days) {
    return days > 0 ? Optional.of(clock.instant().plus(Duration.ofDays(days))) : Optional.empty();
  }

  private Answer list(Call call) {
    var owner = call.person();
    return PagedResult.answer(
        tokens.of(owner).stream().map(token -> TokenBean.of(token, owner, null)).toList());
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
