package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.http.RawAnswer;
import dev.apiauth.testkit.http.RawHttpClient;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls hosts of a network under their real names, as another process would. */
record Caller(StandInNetwork network) {

  /** A connection to that host, over TLS, that has said nothing yet. */
  RawHttpClient connect(String host) {
    var address = Optional.ofNullable(network.hosts().get(host)).orElseThrow();
    return RawHttpClient.toTls(
        new InetSocketAddress(address, 443), host, network.authority().trustingContext());
  }

  /** Sends a request such as {@code GET https://slack.com/api/auth.test} with those headers. */
  RawAnswer call(String request, Map<String, String> headers, String body) {
    var words = request.split(" ", 2);
    var uri = URI.create(words[1]);
    try (var connection = connect(uri.getHost())) {
      return connection.send(text(words[0], uri, headers, body)).answer();
    }
  }

  static String text(String method, URI uri, Map<String, String> headers, String body) {
    var all = new LinkedHashMap<>(Map.of("Host", uri.getHost(), "User-Agent", "apiauth-test"));
    all.putAll(headers);
    if (!body.isEmpty()) {
      all.put("Content-Length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    }
    var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    var head = new StringBuilder("%s %s%s HTTP/1.1\r\n".formatted(method, uri.getRawPath(), query));
    all.values().removeIf(String::isEmpty);
    all.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    return head + "\r\n" + body;
  }
}
