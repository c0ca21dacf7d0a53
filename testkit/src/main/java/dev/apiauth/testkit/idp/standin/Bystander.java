package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.net.URI;
import java.util.Map;

/**
 * A host that is nobody's provider: where a redirect may lead, to see that nobody follows with a
 * token. It answers 200 and an empty JSON object to everything at its root.
 */
public final class Bystander {

  private final String host;
  private final StandIn server;

  private Bystander(StandInNetwork network, String host) {
    this.host = host;
    this.server =
        StandIn.start(
            network, new Routes().on("GET https://" + host + "/", _ -> HttpReply.json(Map.of())));
  }

  public static Bystander startIn(StandInNetwork network, String host) {
    return new Bystander(network, host);
  }

  /** Its root, as the target of a redirect. */
  public URI root() {
    return URI.create("https://" + host + "/");
  }

  /** Who came. */
  public Seen seen() {
    return server.seen();
  }
}
