package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.document.VerificationDocument.Introspection;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.CallMethod;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A provider whose tokens are good, for whatever else it is asked; and a host that is not its. */
final class LookupDesk implements AutoCloseable {

  final StubProvider idp =
      new StubProvider()
          .at("/introspect", Reply.json("{'active':true,'aud':'jira','sub':'u/1','id':7}"));
  final StubProvider stranger = new StubProvider();

  CallDocument call(String path) {
    return new CallDocument(
        idp.url(path), CallMethod.GET, null, ClientPlace.None, new TreeMap<>(), new TreeMap<>());
  }

  /** One for a list of groups, with the caller's token. */
  LookupDocument groups(String path, ItemsDocument items) {
    return new LookupDocument(
        "groups",
        call(path),
        new Credential.CallersToken(),
        List.of(),
        List.of(),
        List.of(),
        null,
        items);
  }

  ProviderDocument provider(LookupDocument... lookups) {
    return Providers.asked(
        "idp",
        List.of(),
        new Introspection(new EndpointDocument(idp.url("/introspect"), null)),
        Optional.of(new ClientDocument("us", ClientAuthentication.ClientSecretBasic)),
        List.of(lookups));
  }

  Asking asking(ProviderDocument provider) {
    return new Asking(
        List.of(idp.origin(), stranger.origin()), Asking.secrets("idp", "shh"), provider);
  }

  /** What is found out of one token with that look-up. */
  Outcome<TokenClaims> claims(LookupDocument lookup) {
    try (var asking = asking(provider(lookup))) {
      return asking.claims("idp", "idp_t");
    }
  }

  TokenClaims passed(LookupDocument lookup) {
    Outcome<TokenClaims> claims = claims(lookup);
    assertThat(Answers.of(claims)).as(Answers.finding(claims)).isEqualTo("pass");
    return ((Outcome.Pass<TokenClaims>) claims).value();
  }

  @Override
  public void close() {
    idp.close();
    stranger.close();
  }
}
