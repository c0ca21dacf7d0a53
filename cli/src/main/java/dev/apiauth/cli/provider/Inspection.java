package dev.apiauth.cli.provider;

import dev.apiauth.cli.provider.ProviderHttp.Reply;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a provider publishes: metadata, keys, clock, certificate. Used once. */
final class Inspection {

  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final int OK = 200;

  /** Whether the policy depends on a document. */
  private enum Need {
    REQUIRED,
    WELCOME
  }

  private final ProviderDocument provider;
  private final ProviderHttp http;
  private final Instant now;
  private final List<CheckedThing> things = new ArrayList<>();
  private boolean lookedAtTransport;
  private ProviderMetadata metadata = ProviderMetadata.NONE;

  Inspection(ProviderDocument provider, ProviderHttp http, Instant now) {
    this.provider = provider;
    this.http = http;
    this.now = now;
  }

  List<CheckedThing> things() {
    return List.copyOf(things);
  }

  /** What the provider says of itself, as far as it does. */
  ProviderMetadata metadata() {
    return metadata;
  }

  Inspection run() {
    discoveryUrl().ifPresent(this::metadata);
    keys();
    if (things.isEmpty()) {
      things.add(
          CheckedThing.fine(
              "metadata", "this provider publishes none; a test login shows the rest"));
    }
    return this;
  }

  /** As the policy says; else where every provider with OpenID Connect has it. */
  private Optional<String> discoveryUrl() {
    return named().or(() -> provider.issuers().stream().findFirst().map(this::wellKnown));
  }

  private Optional<String> named() {
    return switch (provider.verification()) {
      case VerificationDocument.Jwt jwt -> Optional.ofNullable(jwt.keys().discoveryURL());
      case VerificationDocument.Introspection(EndpointDocument endpoint) ->
          Optional.ofNullable(endpoint.discoveryURL());
      case VerificationDocument.UserInfo(EndpointDocument endpoint) ->
          Optional.ofNullable(endpoint.discoveryURL());
      case VerificationDocument.Check check -> Optional.empty();
    };
  }

  private String wellKnown(String issuer) {
    return issuer.replaceAll("/$", "") + WELL_KNOWN;
  }

  private void metadata(String url) {
    Need need = named().isPresent() ? Need.REQUIRED : Need.WELCOME;
    Optional<ProviderMetadata> read =
        fetched("metadata", url, need).flatMap(ProviderMetadata::read);
    if (read.isEmpty()) return;
    metadata = read.get();
    things.add(CheckedThing.fine("metadata", url));
    String issuer = metadata.text("issuer").orElse("");
    things.add(
        provider.issuers().isEmpty() || provider.issuers().contains(issuer)
            ? CheckedThing.fine("issuer", issuer)
            : CheckedThing.wrong(
                "issuer",
                "the provider calls itself \"%s\", the policy expects %s: compare them to the last slash"
                    .formatted(issuer, String.join(" or ", provider.issuers()))));
  }

  private void keys() {
    if (!(provider.verification() instanceof VerificationDocument.Jwt jwt)) return;
    KeysDocument keys = jwt.keys();
    if (keys.jwks() != null) {
      things.addAll(KeySetLook.at(keys.jwks()));
      return;
    }
    Optional<String> url = Optional.ofNullable(keys.jwksURL()).or(() -> metadata.text("jwks_uri"));
    if (url.isEmpty()) {
      if (metadata.document().isMissingNode()) return; // which was said already
      things.add(CheckedThing.wrong("keys", "the metadata name no jwks_uri"));
      return;
    }
    fetched("keys", url.get(), Need.REQUIRED).ifPresent(body -> things.addAll(KeySetLook.at(body)));
  }

  private Optional<String> fetched(String name, String url, Need need) {
    switch (http.get(url)) {
      case Reply.Answered answered when answered.status() == OK -> {
        transport(answered);
        return Optional.of(answered.body());
      }
      case Reply.Answered answered -> {
        transport(answered);
        if (need == Need.REQUIRED)
          things.add(
              CheckedThing.wrong(
                  name, "%s answers with status %d".formatted(url, answered.status())));
      }
      case Reply.Unanswered(String because) -> things.add(CheckedThing.notAnswered(name, because));
    }
    return Optional.empty();
  }

  private void transport(Reply.Answered answered) {
    if (lookedAtTransport) return;
    lookedAtTransport = true;
    things.addAll(new TransportLook(now).at(answered.response()));
  }
}
