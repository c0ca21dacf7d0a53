package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.policy.token.JsonObject;
import dev.apiauth.sidecar.egress.Egress;
import dev.apiauth.sidecar.egress.EgressAnswer;
import dev.apiauth.sidecar.prove.keys.KeyLocation.Discovery;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key set that the provider's metadata points to. The metadata must be the issuer's own (OpenID
 * Connect Discovery 1.0, section 4.3), and the URL in it passes the same egress rules as one in a
 * resource.
 */
final class DiscoverySource implements KeySource {

  private final Egress egress;
  private final Discovery location;
  private volatile Optional<KeySource> found = Optional.empty();

  DiscoverySource(Egress egress, Discovery location) {
    this.egress = egress;
    this.location = location;
  }

  @Override
  public Future<KeyFetch> fetch() {
    return egress.get(location.url()).compose(this::follow);
  }

  @Override
  public Future<KeyFetch> fetchAgain() {
    return found.map(KeySource::fetchAgain).orElseGet(this::fetch);
  }

  private Future<KeyFetch> follow(EgressAnswer answer) {
    return switch (answer) {
      case EgressAnswer.Document(Buffer body) -> follow(body);
      case EgressAnswer.Failed(String because) ->
          failed("The provider's metadata were not fetched: " + because + ".");
    };
  }

  private Future<KeyFetch> follow(Buffer body) {
    Optional<JsonObject> metadata = JsonObject.parse(body.getBytes());
    if (metadata
        .flatMap(object -> object.string("issuer"))
        .filter(location.issuers()::contains)
        .isEmpty()) {
      return failed("The provider's metadata are of another issuer than " + issuers() + ".");
    }
    Optional<String> url = metadata.flatMap(object -> object.string("jwks_uri"));
    if (url.isEmpty()) {
      return failed("The provider's metadata name no key set.");
    }
    var keys = new JwksSource(egress, url.get());
    found = Optional.of(keys);
    return keys.fetch();
  }

  private String issuers() {
    return location.issuers().stream().sorted().collect(Collectors.joining(" or "));
  }

  private static Future<KeyFetch> failed(String because) {
    return Future.succeededFuture(new KeyFetch.Failed(because));
  }
}
