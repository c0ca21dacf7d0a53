package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apiauth.cli.provider.ProviderHttp.Reply;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A person logs in on another device (RFC 8628). */
final class DeviceLogin {

  private static final int OK = 200;
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
  private static final Duration SLOWER = Duration.ofSeconds(5);

  private final LoginOptions options;
  private final ProviderMetadata metadata;
  private final ProviderHttp http;
  private final PrintWriter toPerson;
  private final Pkce pkce = Pkce.random(new SecureRandom());

  DeviceLogin(
      LoginOptions options, ProviderMetadata metadata, ProviderHttp http, PrintWriter toPerson) {
    this.options = options;
    this.metadata = metadata;
    this.http = http;
    this.toPerson = toPerson;
  }

  LoginOutcome run() {
    LoginClient client = options.client();
    Reply reply =
        http.post(options.deviceEndpoint(metadata), client.form(request()), client.authorization());
    return switch (reply) {
      case Reply.Unanswered(String because) -> new LoginOutcome.Unanswered(because);
      case Reply.Answered answered -> started(answered);
    };
  }

  private Map<String, String> request() {
    var form = new LinkedHashMap<>(options.parameters());
    form.put("scope", options.scope().orElse("openid"));
    // Providers that do not know PKCE here ignore it (RFC 6749, section 3.2).
    form.put("code_challenge", pkce.challenge());
    form.put("code_challenge_method", "S256");
    return form;
  }

  private LoginOutcome started(Reply.Answered answered) {
    JsonNode body =
        ProviderMetadata.json(answered.body()).orElseGet(() -> MissingNode.getInstance());
    String deviceCode = body.path("device_code").asText();
    if (answered.status() != OK || deviceCode.isEmpty()) {
      return new LoginOutcome.Refused(TokenEndpoint.error(answered.status(), body));
    }
    toPerson.println(
        "Log in at this address, and confirm the code %s:"
            .formatted(body.path("user_code").asText()));
    toPerson.println(
        body.path("verification_uri_complete").asText(body.path("verification_uri").asText()));
    toPerson.flush();
    return polled(deviceCode, Duration.ofSeconds(body.path("interval").asInt(5)));
  }

  private LoginOutcome polled(String deviceCode, Duration begin) {
    var tokens = new TokenEndpoint(options.tokenEndpoint(metadata), options.client(), http);
    Map<String, String> form =
        Map.of("grant_type", GRANT, "device_code", deviceCode, "code_verifier", pkce.verifier());
    Duration interval = begin;
    Duration waited = Duration.ZERO;
    while (waited.compareTo(options.patience()) < 0) {
      if (!paused(interval)) break;
      waited = waited.plus(interval);
      LoginOutcome outcome = tokens.request(form);
      if (!(outcome instanceof LoginOutcome.Refused(String because))) return outcome;
      if (because.contains("slow_down")) interval = interval.plus(SLOWER);
      else if (!because.contains("authorization_pending")) return outcome;
    }
    return new LoginOutcome.Unanswered("nobody confirmed the code in time");
  }

  private static boolean paused(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
