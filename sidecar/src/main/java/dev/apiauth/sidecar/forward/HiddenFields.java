package dev.apiauth.sidecar.forward;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of a client's header fields the product never sees: those that say something about the
 * connection, and those by which a product or a proxy behind us would be told who or where the
 * client is (X1, X2). Only we say that.
 */
final class HiddenFields {

  /** Of one connection only (RFC 9110, section 7.6.1), or said anew by us. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authorization",
          "proxy-authenticate",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "content-length");

  /**
   * By which somebody would be told who or where the client is, or that the request is another one.
   */
  private static final Set<String> TRUSTED_ELSEWHERE =
      Set.of(
          "forwarded",
          "x-real-ip",
          "true-client-ip",
          "cf-connecting-ip",
          "cf-connecting-ipv6",
          "fastly-client-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-original-url",
          "x-original-host",
          "x-original-uri",
          "x-rewrite-url",
          "x-host",
          "x-http-method-override",
          "x-http-method",
          "x-method-override",
          "client-cert",
          "client-cert-chain",
          "x-client-cert",
          "x-ssl-client-cert",
          "remote-user",
          "x-remote-user",
          "x-ausername",
          "x-auserid",
          "x-asessionid",
          "x-seraph-loginreason",
          "x-request-id");

  private static final List<String> TRUSTED_PREFIXES =
      List.of("x-forwarded-", "x-auth-", "x-seraph-trusted-app-", "x-apiauth-");

  private HiddenFields() {}

  /**
   * Whether the product never sees that field, whatever it says.
   *
   * <p>{@code _} and {@code .} are not told from {@code -} by every server (X2), so a name with one
   * of them is not passed on at all.
   *
   * @param name in lower case
   */
  static boolean hides(String name) {
    return HOP_BY_HOP.contains(name)
        || TRUSTED_ELSEWHERE.contains(name)
        || name.indexOf('_') >= 0
        || name.indexOf('.') >= 0
        || TRUSTED_PREFIXES.stream().anyMatch(name::startsWith);
  }

  /** Whether a field of the product's answer is of its connection with us only. */
  static boolean isHopByHop(String name) {
    return HOP_BY_HOP.contains(name) && !name.equals("content-length");
  }

  /**
   * The fields that the Connection field names as belonging to this connection only, in lower case
   * (X3).
   */
  static Set<String> nominated(List<String> connection) {
    if (connection.isEmpty()) return Set.of();
    return connection.stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
