package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.spec.CallMethod;
import dev.apiauth.policy.spec.ClientSpec;
import java.util.stream.Stream;

/**
 * Checks that what a client proves itself with has a place in the request. A secret or an assertion
 * stands in the form, a GET has none, and a URL is no place for it: servers on the way log URLs
 * (RFC 6749, section 2.3.1).
 */
final class ClientProofPlaceCheck {

  private ClientProofPlaceCheck() {}

  /** Whether every request to the provider has one; a finding otherwise. */
  static boolean hasPlace(ProviderDraft draft, ClientSpec client, String field, Findings findings) {
    if (!client.authentication().isInForm()
        || calls(draft).noneMatch(ClientProofPlaceCheck::isWithoutForm)) return true;
    findings.error(
        field,
        "%s stands in a form, and the provider is asked by GET".formatted(client.authentication()),
        draft.spec().check() == null
            ? "Say ClientSecretBasic"
            : "Say ClientSecretBasic, or check.method: POST");
    return false;
  }

  private static boolean isWithoutForm(CallDocument call) {
    return call.client() == ClientPlace.Registered && call.method() == CallMethod.GET;
  }

  private static Stream<CallDocument> calls(ProviderDraft draft) {
    Stream<CallDocument> lookups = draft.lookups().stream().map(LookupDocument::call);
    return draft.preset().verification() instanceof VerificationDocument.Check check
        ? Stream.concat(Stream.of(check.call()), lookups)
        : lookups;
  }
}
