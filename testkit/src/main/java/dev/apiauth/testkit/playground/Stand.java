package dev.apiauth.testkit.playground;

import dev.apiauth.testkit.scenario.Client;
import java.net.URI;

/** A product with a sidecar in front of it. */
public interface Stand {

  /** Which product. */
  Example example();

  /** Where clients reach it: the sidecar. */
  URI address();

  /** A client in front of the sidecar. */
  Client client();

  /** What the product itself saw. */
  Witness product();

  /** A token of the product's own kind, which it would honour if it got it. */
  String ownTokenOf(String user);
}
