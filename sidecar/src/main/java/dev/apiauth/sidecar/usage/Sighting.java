package dev.apiauth.sidecar.usage;

import dev.apiauth.policy.document.UsageReport.UsageRow;
import java.time.Instant;

/**
 * What makes requests alike in the report; the components mean what they mean in {@link UsageRow}.
 */
public record Sighting(
    String decision,
    String reason,
    String credential,
    String user,
    String address,
    String pathClass,
    String path,
    String client) {

  UsageRow row(long count, Instant first, Instant last) {
    return new UsageRow(
        decision,
        reason,
        credential,
        user,
        address,
        pathClass,
        path,
        client,
        count,
        first.toString(),
        last.toString());
  }
}
