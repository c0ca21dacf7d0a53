package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.ProviderDocument.LimitsDocument;
import dev.apiauth.policy.document.ProviderDocument.ScopesDocument;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Providers as policies describe them. */
final class Providers {

  static final String AUDIENCE = "jira";

  private Providers() {}

  /** One that is asked by introspection, with client id and secret as Basic. */
  static ProviderDocument introspecting(String name, String url) {
    return introspecting(name, new EndpointDocument(url, null), List.of());
  }

  static ProviderDocument introspecting(
      String name, EndpointDocument endpoint, List<String> issuers) {
    return asked(
        name,
        issuers,
        new VerificationDocument.Introspection(endpoint),
        Optional.of(new ClientDocument("us", ClientAuthentication.ClientSecretBasic)),
        List.of());
  }

  /** One that is asked in another way. */
  static ProviderDocument asked(
      String name,
      List<String> issuers,
      VerificationDocument how,
      Optional<ClientDocument> client,
      List<LookupDocument> lookups) {
    return document(
        name, issuers, how, new AudienceDocument("aud", List.of(AUDIENCE)), client, lookups);
  }

  static ProviderDocument document(
      String name,
      List<String> issuers,
      VerificationDocument how,
      @Nullable AudienceDocument audience,
      Optional<ClientDocument> client,
      List<LookupDocument> lookups) {
    return new ProviderDocument(
        name,
        issuers,
        List.of(name + "_"),
        how,
        audience,
        new ScopesDocument("scope", List.of()),
        List.of(),
        new UsernameDocument("username", List.of()),
        null,
        null,
        List.of(),
        lookups,
        client.orElse(null),
        new LimitsDocument(3600, 86400, 86400, 16384, 60, 5));
  }

  /** Authenticating in another way. */
  static ProviderDocument authenticating(ProviderDocument provider, ClientAuthentication how) {
    return document(
        provider.name(),
        provider.issuers(),
        provider.verification(),
        provider.audience(),
        Optional.of(new ClientDocument("us", how)),
        provider.lookups());
  }

  /** With a further demand. */
  static ProviderDocument requiring(ProviderDocument provider, String claim, String value) {
    return new ProviderDocument(
        provider.name(),
        provider.issuers(),
        provider.prefixes(),
        provider.verification(),
        provider.audience(),
        provider.scopes(),
        List.of(new RequiredClaimSpec(claim, List.of(value))),
        provider.username(),
        provider.groups(),
        provider.application(),
        provider.applications(),
        provider.lookups(),
        provider.client(),
        provider.limits());
  }
}
