package dev.apiauth.testkit.idp.standin;

import com.sun.net.httpserver.HttpExchange;
import dev.apiauth.testkit.idp.BehavedSender;
import dev.apiauth.testkit.idp.StubBehaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The hosts of one provider: takes every request down, then answers by its routes or its fault. */
public final class StandIn {

  private static final int BODY_LIMIT = 1 << 20;
  private static final StubBehaviour HEALTHY = new StubBehaviour.Healthy();

  private final Routes routes;
  private final Map<String, StandInHost> hosts;
  private final Map<String, StubBehaviour> behaviours = new ConcurrentHashMap<>();
  private final Seen seen = new Seen();
  private final BehavedSender sender = new BehavedSender();

  private StandIn(StandInNetwork network, Routes routes) {
    this.routes = routes;
    this.hosts =
        routes.hosts().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    host -> host,
                    host -> network.listen(host, exchange -> handle(host, exchange))));
  }

  /** Starts a server for every host of the routes. */
  static StandIn start(StandInNetwork network, Routes routes) {
    return new StandIn(network, routes);
  }

  /** The host names that it answers under. */
  public Set<String> hosts() {
    return hosts.keySet();
  }

  /** What it was asked. */
  public Seen seen() {
    return seen;
  }

  /** How many bytes of content were handed to the network so far. */
  public long bytesSent() {
    return sender.bytesSent();
  }

  /** From now on that goes wrong at all its hosts. */
  public void fail(Fault fault) {
    hosts.keySet().forEach(host -> fail(host, fault));
  }

  /** From now on that goes wrong at one host, such as the one that knows the groups. */
  public void fail(String host, Fault fault) {
    behaviours.put(host, fault.behaviour().orElse(HEALTHY));
    var server = Optional.ofNullable(hosts.get(host)).orElseThrow();
    if (fault.behaviour().isEmpty()) {
      server.goDown();
    } else {
      server.comeUp();
    }
  }

  /** Everything is as it should be again. */
  public void heal() {
    behaviours.clear();
    hosts.values().forEach(StandInHost::comeUp);
  }

  /** Stops it for good; its names stay taken as long as the network is there. */
  void stop() {
    hosts.values().forEach(StandInHost::goDown);
  }

  private void handle(String host, HttpExchange exchange) throws IOException {
    try (exchange) {
      var call = read(host, exchange);
      seen.add(call);
      sender.send(exchange, behaviours.getOrDefault(host, HEALTHY), () -> routes.answer(call));
    }
  }

  private static Call read(String host, HttpExchange exchange) throws IOException {
    var uri = exchange.getRequestURI();
    var headers = new HashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT);
    return new Call(
        exchange.getRequestMethod(),
        host,
        uri.getPath(),
        FormText.decoded(Optional.ofNullable(uri.getRawQuery()).orElse("")),
        headers,
        new String(body, StandardCharsets.UTF_8),
        Map.of());
  }
}
