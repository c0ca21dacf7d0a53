package dev.apiauth.cli.provider;

import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.egress.EgressUrl;
import dev.apiauth.policy.egress.EgressVerdict;
import dev.apiauth.sidecar.egress.TrustAnchors;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;

/**
 * Asks a provider, within the same egress rules as the sidecar; without redirects, and with bounds
 * on time and size.
 */
final class ProviderHttp implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int MOST_BYTES = 1 << 20;

  private final EgressRules rules;
  private final HttpClient client;

  ProviderHttp(EgressRules rules, TrustAnchors trust) {
    this.rules = rules;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .sslContext(tls(trust))
            .build();
  }

  /** What came of a request. */
  sealed interface Reply {

    /**
     * An answer, whatever its status.
     *
     * @param response with its fields and its TLS session
     * @param body as UTF-8; at most 1 MiB
     */
    record Answered(HttpResponse<?> response, String body) implements Reply {
      int status() {
        return response.statusCode();
      }
    }

    /**
     * No answer.
     *
     * @param because in a sentence without its full stop
     */
    record Unanswered(String because) implements Reply {}
  }

  Reply get(String url) {
    return send(url, request -> request.GET());
  }

  /** Posts a form. */
  Reply post(String url, Map<String, String> form, Optional<String> authorization) {
    return send(
        url,
        request -> {
          authorization.ifPresent(value -> request.header("Authorization", value));
          return request
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(encoded(form)));
        });
  }

  /** Parameters of a form or a query (WHATWG URL, application/x-www-form-urlencoded). */
  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** One text of a form or a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Makes a request of what every request has. */
  @FunctionalInterface
  private interface Draft {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  private Reply send(String url, Draft draft) {
    Optional<String> refusal = refusal(url);
    if (refusal.isPresent()) return new Reply.Unanswered(refusal.get());
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(PATIENCE)
            .header("Accept", "application/json")
            .header("User-Agent", "apiauth");
    try {
      HttpResponse<InputStream> response =
          client.send(draft.of(request).build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Reply.Answered(
            response, new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return new Reply.Unanswered("%s does not answer: %s".formatted(url, reason(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Unanswered("interrupted");
    }
  }

  private Optional<String> refusal(String url) {
    return switch (rules.check(url)) {
      case EgressVerdict.Refused(String because) ->
          Optional.of("%s is not asked, as a sidecar would not: it %s".formatted(url, because));
      case EgressVerdict.Admitted(EgressUrl admitted) ->
          addressRefusal(admitted)
              .map(
                  because ->
                      "%s is not asked, as a sidecar would not: it %s".formatted(url, because));
    };
  }

  private Optional<String> addressRefusal(EgressUrl url) {
    try {
      return Arrays.stream(InetAddress.getAllByName(url.host()))
          .flatMap(address -> rules.refusal(url, address).stream())
          .findFirst();
    } catch (UnknownHostException e) {
      return Optional.of("names a host that nobody knows");
    }
  }

  private static String reason(IOException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) cause = cause.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  private static SSLContext tls(TrustAnchors trust) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.factory().getTrustManagers(), new SecureRandom());
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no TLS", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
