package dev.apiauth.testkit.idp.standin;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.apiauth.testkit.idp.LoopbackHttp;
import java.net.InetAddress;
import java.util.Optional;

/** One host of a {@link StandInNetwork}: a place, and the server there while it is up. */
final class StandInHost {

  private final String name;
  private final LoopbackHttp place;
  private final HttpHandler handler;
  private Optional<HttpServer> server = Optional.empty();

  private StandInHost(String name, LoopbackHttp place, HttpHandler handler) {
    this.name = name;
    this.place = place;
    this.handler = handler;
  }

  static StandInHost start(String name, LoopbackHttp place, HttpHandler handler) {
    var host = new StandInHost(name, place, handler);
    host.comeUp();
    return host;
  }

  String name() {
    return name;
  }

  InetAddress address() {
    return place.address().getAddress();
  }

  /** Closes the port: connections are refused, open ones are cut. */
  synchronized void goDown() {
    server.ifPresent(running -> running.stop(0));
    server = Optional.empty();
  }

  /** Listens at the same address again; nothing happens if it does. */
  synchronized void comeUp() {
    if (server.isEmpty()) {
      server = Optional.of(place.start(handler));
    }
  }
}
