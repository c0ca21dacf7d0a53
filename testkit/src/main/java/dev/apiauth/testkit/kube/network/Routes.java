package dev.apiauth.testkit.kube.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The IPv4 ranges to which this machine has a route, the default route aside.
 *
 * @param ranges {@code 10.0.0.0/8}, or single addresses
 */
record Routes(List<String> ranges) {

  static Routes ofMachine() {
    try {
      var routes = JsonMapper.builder().build().readTree(Ip.run("-json", "-4", "route", "show"));
      return new Routes(
          StreamSupport.stream(routes.spliterator(), false)
              .map(route -> route.path("dst").asText())
              .filter(destination -> !destination.equals("default"))
              .toList());
    } catch (JsonProcessingException unreadable) {
      throw new IpFailure("ip lists its routes in a way that is not understood", unreadable);
    }
  }

  boolean leadInto(Subnet subnet) {
    return ranges.stream().anyMatch(subnet::overlaps);
  }
}
