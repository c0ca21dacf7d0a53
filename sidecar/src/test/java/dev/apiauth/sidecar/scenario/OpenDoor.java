package dev.apiauth.sidecar.scenario;

import dev.apiauth.testkit.http.RawHttpClient;
import dev.apiauth.testkit.http.RawScript;
import dev.apiauth.testkit.http.RawUpstream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A sidecar that lets anonymous callers through, in front of a product that follows a script byte
 * by byte. What is tested with it is the way of messages, not who may send them.
 */
public final class OpenDoor implements AutoCloseable {

  private static final Pattern REQUEST_LINE = Pattern.compile("[A-Z]+ /\\S* HTTP/1\\.1(?=\r\n)");

  private final Protected sidecar;
  private RawUpstream upstream;

  private OpenDoor(Protected sidecar, RawUpstream upstream) {
    this.sidecar = sidecar;
    this.upstream = upstream;
  }

  /** In front of a product that follows the script. */
  public static OpenDoor to(RawScript script) {
    return to(script, Duration.ofSeconds(20));
  }

  /** Likewise, with a product that may take so long to begin an answer. */
  public static OpenDoor to(RawScript script, Duration patience) {
    var upstream = RawUpstream.start(script);
    return new OpenDoor(open(Scenario.jira().waitingForTheProduct(patience), upstream), upstream);
  }

  private static Protected open(Scenario scenario, RawUpstream upstream) {
    Protected sidecar =
        scenario
            .allowingEgress("127.0.0.0/8", "http://127.0.0.1:8180")
            .with("/spec/credentials/anonymous/policy", "Allow")
            .start();
    sidecar.edit(resource -> resource.with("/spec/upstream/port", upstream.port()));
    return sidecar;
  }

  /** A connection to the sidecar. */
  public RawHttpClient connect() {
    return RawHttpClient.to(sidecar.sidecar().port());
  }

  /** The sidecar alone. */
  public Protected sidecar() {
    return sidecar;
  }

  /** The product as it is now. */
  public RawUpstream product() {
    return upstream;
  }

  /** Closes the product's port and cuts its connections. */
  public void productGoesDown() {
    upstream.close();
  }

  /** Opens the product's port again, with another script. */
  public void productComesBack(RawScript script) {
    upstream = RawUpstream.start(upstream.port(), script);
  }

  /** The request lines that reached the product, all connections together. */
  public List<String> requestLines() {
    return REQUEST_LINE
        .matcher(upstream.allReceived())
        .results()
        .map(line -> line.group().strip())
        .toList();
  }

  @Override
  public void close() {
    sidecar.close();
    upstream.close();
  }
}
