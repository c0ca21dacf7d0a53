package dev.apiauth.policy.request;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The header fields by which proxies and content networks tell where a request came from. */
final class ForwardingFields {

  private static final Set<String> NAMES =
      Set.of(
          "forwarded", // RFC 7239
          "x-forwarded-for",
          "x-original-forwarded-for",
          "x-real-ip",
          "x-client-ip",
          "x-cluster-client-ip",
          "x-envoy-external-address",
          "true-client-ip",
          "cf-connecting-ip",
          "fastly-client-ip");

  private ForwardingFields() {}

  /** The name of the first such field, as it was written; empty if there is none. */
  static Optional<String> firstIn(HeaderFields headers) {
    return headers
        .lines()
        .map(HeaderField::name)
        .filter(name -> NAMES.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
