package dev.apiauth.bench.party;

import dev.apiauth.bench.figure.ProcessFigures;
import java.net.URI;
import java.util.Optional;

/**
 * A way to the product's answer that is measured beside the others.
 *
 * @param name what the table calls it
 * @param address where it answers
 * @param process what it is measured by; empty where nothing stands between client and product
 */
public record Peer(String name, URI address, Optional<ProcessFigures> process) {

  /** The call that everybody makes: the guide's, answered with 2 KB of JSON. */
  public static final String PATH = "/rest/api/2/project";

  static Peer at(String name, int port, Optional<ProcessFigures> process) {
    return new Peer(name, URI.create("http://127.0.0.1:" + port + PATH), process);
  }
}
