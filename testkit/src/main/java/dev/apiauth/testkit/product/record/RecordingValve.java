package dev.apiauth.testkit.product.record;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Optional;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Takes down every request that Tomcat parses, as the first thing that happens to it.
 *
 * <p>It is an access log as well, because a request that the connector itself refuses (a bad
 * target, a bad header) passes no valve but is logged.
 */
public final class RecordingValve extends ValveBase implements AccessLog {

  private final RequestRecord record;

  public RecordingValve(RequestRecord record) {
    super(true);
    this.record = record;
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    var sighting = Sighting.of(request);
    record.add(sighting);
    try {
      getNext().invoke(request, response);
    } finally {
      record.answered(sighting, response.getStatus());
    }
  }

  @Override
  public void log(Request request, Response response, long time) {
    Optional<Sighting> seen = Sighting.find(request);
    if (seen.isEmpty()) {
      var sighting = Sighting.of(request);
      record.add(sighting);
      record.answered(sighting, response.getStatus());
    }
  }

  /** The address is taken from the request, never from attributes. */
  @Override
  public void setRequestAttributesEnabled(boolean enabled) {}

  @Override
  public boolean getRequestAttributesEnabled() {
    return false;
  }
}
