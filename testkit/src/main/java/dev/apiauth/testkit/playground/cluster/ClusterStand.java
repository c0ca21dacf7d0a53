package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.cluster.ProductVault;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Stand;
import dev.apiauth.testkit.playground.Witness;
import dev.apiauth.testkit.scenario.Client;
import java.net.URI;

/**
 * A product in a pod, with the sidecar that admission put in.
 *
 * @param example which one
 * @param address where the product's Service leads
 * @param product what the product's container told of its requests
 * @param vault the product's own tokens
 */
record ClusterStand(Example example, URI address, Witness product, ProductVault vault)
    implements Stand {

  @Override
  public Client client() {
    return new Client(address);
  }

  @Override
  public String ownTokenOf(String user) {
    return vault.tokenOf(user);
  }
}
