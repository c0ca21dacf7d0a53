package dev.apiauth.sidecar.prove.keys;

import dev.apiauth.sidecar.egress.Egress;
import dev.apiauth.sidecar.egress.EgressAnswer;
import dev.apiauth.sidecar.prove.jws.KeySet;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** A key set at a known URL. */
record JwksSource(Egress egress, String url) implements KeySource {

  @Override
  public Future<KeyFetch> fetch() {
    return egress.get(url).map(JwksSource::read);
  }

  @Override
  public Future<KeyFetch> fetchAgain() {
    return fetch();
  }

  private static KeyFetch read(EgressAnswer answer) {
    return switch (answer) {
      case EgressAnswer.Document(Buffer body) -> parse(body);
      case EgressAnswer.Failed(String because) ->
          new KeyFetch.Failed("The key set was not fetched: " + because + ".");
    };
  }

  private static KeyFetch parse(Buffer body) {
    return KeySet.parse(body.getBytes())
        .<KeyFetch>map(KeyFetch.Fetched::new)
        .orElseGet(
            () ->
                new KeyFetch.Failed("The key set was fetched, but is none (RFC 7517, section 5)."));
  }
}
