package dev.apiauth.sidecar.audit;

/** An audit line as JSON: the members in a fixed order, the unknown ones left out. */
final class AuditJson {

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 1024;
  private static final int LONGEST_FINDING = 512;
  private static final int LONGEST_WORD = 64;

  private AuditJson() {}

  static String of(AuditLine line) {
    var json = new JsonLine("audit").word("time", line.time().toString());
    json.text("requestId", line.requestId(), LONGEST_WORD);
    add(line.request(), json);
    add(line.presented(), json);
    add(line.caller(), json);
    add(line.decision(), json);
    add(line.effect(), json);
    return json.word("policy", line.policy()).end();
  }

  private static void add(AuditLine.Request request, JsonLine json) {
    json.text("method", request.method(), LONGEST_WORD)
        .word("class", request.pathClass().map(Enum::name).orElse(""))
        .text("path", request.path(), LONGEST_PATH);
  }

  private static void add(AuditLine.Presented presented, JsonLine json) {
    json.word("credential", presented.credential())
        .text("claimedUser", presented.claimedUser(), LONGEST_NAME)
        .text("userAgent", presented.userAgent(), LONGEST_WORD);
  }

  private static void add(AuditLine.Caller caller, JsonLine json) {
    json.text("client", caller.address(), LONGEST_WORD)
        .text("principal", caller.kind(), LONGEST_WORD)
        .text("user", caller.user(), LONGEST_NAME)
        .text("provider", caller.provider(), LONGEST_NAME)
        .text("clientId", caller.clientId(), LONGEST_NAME)
        .text("apiToken", caller.apiToken(), LONGEST_NAME);
  }

  private static void add(AuditLine.Decision decision, JsonLine json) {
    json.word("decision", decision.verdict().word())
        .word("reason", decision.reason())
        .text("finding", decision.finding(), LONGEST_FINDING);
  }

  private static void add(AuditLine.Effect effect, JsonLine json) {
    json.number("status", effect.status());
    effect.productStatus().ifPresent(status -> json.number("productStatus", status));
    json.text("actedAs", effect.actedAs(), LONGEST_NAME)
        .number("durationMicros", effect.duration().toNanos() / 1_000);
  }
}
