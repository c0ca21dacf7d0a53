package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.spec.ClientSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * This service as a provider knows it, and its secret. A Secret that is missing or unfit never
 * stops the others: it is named, and nobody can be asked until it is there.
 */
final class ClientResolver {

  private final ClientSecret secrets;
  private final Findings findings;

  ClientResolver(SecretLookup secrets, Findings findings) {
    this.secrets = new ClientSecret(secrets, findings);
    this.findings = findings;
  }

  /** What is published of it; absent where nothing is asked as a client. */
  static @Nullable ClientDocument document(ProviderDraft draft) {
    ClientSpec client = draft.spec().client();
    return client == null || !isUsed(draft)
        ? null
        : new ClientDocument(client.id(), client.authentication());
  }

  /** The secret; empty where none is used, and where it is missing, which is a finding then. */
  Optional<String> secret(ProviderDraft draft, String field) {
    ClientSpec client = draft.spec().client();
    if (client == null) {
      need(draft).ifPresent(what -> missing(what, field + ".client"));
      return Optional.empty();
    }
    if (!isUsed(draft)) {
      unused(field + ".client");
      return Optional.empty();
    }
    String authentication = field + ".client.authentication";
    if (!isTaken(client.authentication(), draft, authentication)
        || !ClientProofPlaceCheck.hasPlace(draft, client, authentication, findings)) {
      return Optional.empty();
    }
    return secrets.read(client, draft.spec().name(), field + ".client.secretRef");
  }

  private void missing(String what, String field) {
    findings.error(
        field,
        "%s with credentials of this service's own".formatted(what),
        "Add client: {id: ..., secretRef: {name: ..., key: ...}}");
  }

  private void unused(String field) {
    findings.warning(
        field,
        "nothing is asked with it, and its Secret is not read",
        "Leave it out, or ask for what needs it: groups, or a claim of a look-up");
  }

  private boolean isTaken(ClientAuthentication chosen, ProviderDraft draft, String field) {
    List<ClientAuthentication> known = draft.preset().authentications();
    if (known.isEmpty() || known.contains(chosen)) return true;
    findings.error(
        field,
        "%s does not take %s".formatted(draft.preset().name(), chosen),
        "Say " + known.stream().map(Enum::name).collect(Collectors.joining(" or ")));
    return false;
  }

  private static boolean isUsed(ProviderDraft draft) {
    return need(draft).isPresent()
        || draft.preset().verification() instanceof VerificationDocument.Introspection
        || (draft.preset().verification() instanceof VerificationDocument.Jwt jwt
            && jwt.completion() != null);
  }

  /** What is asked as a client, for messages; empty for nothing. */
  private static Optional<String> need(ProviderDraft draft) {
    if (draft.preset().verification() instanceof VerificationDocument.Check check
        && check.call().client() != ClientPlace.None) {
      return Optional.of("the provider is asked about each token");
    }
    return draft.lookups().stream()
        .filter(ClientResolver::isAsClient)
        .map(lookup -> "the provider is asked for %s".formatted(lookup.name()))
        .findFirst();
  }

  private static boolean isAsClient(LookupDocument lookup) {
    return !(lookup.credential() instanceof Credential.CallersToken)
        || lookup.call().client() != ClientPlace.None;
  }
}
