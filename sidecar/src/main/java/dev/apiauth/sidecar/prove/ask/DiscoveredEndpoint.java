package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.policy.token.JsonValue;
import dev.apiauth.sidecar.egress.EgressReply;
import dev.apiauth.sidecar.egress.EgressRequest;
import dev.apiauth.sidecar.egress.ProviderCalls;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint that the provider's metadata names. The metadata must be the issuer's own (OpenID
 * Connect Discovery 1.0, section 4.3; RFC 8414, section 3.3), and the URL in it passes the same
 * egress rules as one in a resource. What was found is used for an hour, and longer while the
 * metadata cannot be fetched.
 */
final class DiscoveredEndpoint implements Endpoint {

  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long LIFE = Duration.ofHours(1).toNanos();

  private record Found(String url, long at) {}

  private final String discoveryUrl;
  private final Set<String> issuers;
  private final List<ClaimPath> members;
  private final ProviderCalls calls;
  private final Ticker ticker;
  private volatile Optional<Found> found = Optional.empty();

  /**
   * The endpoint that stands at the first of {@code members} that the metadata have.
   *
   * @param issuers one of which the metadata must say it is of; empty for any
   */
  DiscoveredEndpoint(
      String discoveryUrl,
      Set<String> issuers,
      List<ClaimPath> members,
      ProviderCalls calls,
      Ticker ticker) {
    this.discoveryUrl = discoveryUrl;
    this.issuers = Set.copyOf(issuers);
    this.members = List.copyOf(members);
    this.calls = calls;
    this.ticker = ticker;
  }

  @Override
  public Future<Asked<String>> url() {
    Optional<Found> known = found;
    if (known.filter(one -> ticker.read() - one.at() < LIFE).isPresent()) {
      return Future.succeededFuture(Asked.told(known.get().url()));
    }
    return fetch().map(fetched -> orKnown(fetched, known));
  }

  private static Asked<String> orKnown(Asked<String> fetched, Optional<Found> known) {
    return fetched instanceof Asked.Silent<String> && known.isPresent()
        ? Asked.told(known.get().url())
        : fetched;
  }

  @Override
  public Future<Optional<String>> probe() {
    return fetch()
        .map(
            fetched ->
                fetched instanceof Asked.Silent<String>(String because)
                    ? Optional.of(because)
                    : Optional.empty());
  }

  private Future<Asked<String>> fetch() {
    return calls
        .call(EgressRequest.get(discoveryUrl, PATIENCE))
        .map(reply -> metadata(reply).then(this::endpoint));
  }

  private static Asked<JsonObject> metadata(EgressReply reply) {
    return switch (reply) {
      case EgressReply.Document(Buffer body, Optional<String> link) ->
          JsonObject.parse(body.getBytes())
              .map(Asked::told)
              .orElseGet(() -> Asked.silent("its metadata are not one JSON object"));
      case EgressReply.Status(int code) ->
          Asked.silent("its metadata were not fetched: it answered with status " + code);
      case EgressReply.Failed(String because) ->
          Asked.silent("its metadata were not fetched: " + because);
    };
  }

  private Asked<String> endpoint(JsonObject metadata) {
    boolean isOwn =
        issuers.isEmpty() || metadata.string("issuer").filter(issuers::contains).isPresent();
    if (!isOwn) return Asked.silent("its metadata are of another issuer");
    return members.stream()
        .flatMap(member -> metadata.at(member).flatMap(JsonValue::string).stream())
        .findFirst()
        .map(this::kept)
        .orElseGet(() -> Asked.silent("its metadata name no " + members.getLast()));
  }

  private Asked<String> kept(String url) {
    found = Optional.of(new Found(url, ticker.read()));
    return Asked.told(url);
  }
}
