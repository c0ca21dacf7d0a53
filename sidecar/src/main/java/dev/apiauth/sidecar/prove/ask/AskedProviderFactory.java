package dev.apiauth.sidecar.prove.ask;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.RegisteredClient;
import dev.apiauth.policy.decide.Verification;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.token.AnswerRules;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.sidecar.egress.ClientCertificate;
import dev.apiauth.sidecar.egress.EgressClient;
import dev.apiauth.sidecar.egress.EgressClients;
import dev.apiauth.sidecar.egress.ProviderCalls;
import dev.apiauth.sidecar.metrics.Metrics;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes everything that asking a provider needs.
 *
 * @param vertx where questions run
 * @param clients makes connections
 * @param workers where assertions are signed
 * @param clock for what is compared with a provider's times
 * @param ticker for what is measured
 * @param metrics counts questions
 */
public record AskedProviderFactory(
    Vertx vertx,
    EgressClients clients,
    WorkerExecutor workers,
    InstantSource clock,
    Ticker ticker,
    Metrics metrics) {

  /** Opens a provider that {@link AskRing#isAsked}. */
  AskedProvider open(CompiledProvider provider) {
    EgressClient calls = calls(provider.client());
    Optional<ClientProof> proof =
        provider.client().map(client -> new ClientProof(client, workers, clock));
    var guard =
        new Guard(provider.name(), hindrance(provider), new CircuitBreaker(ticker), metrics, clock);
    var answers = new RememberedAnswers(vertx, guard, new AnswerCache(provider.limits(), ticker));
    Lookups lookups = new LookupFactory(calls, proof, ticker).of(provider);
    return new AskedProvider(
        proof(provider, new Questions(calls, proof, ticker), lookups, answers),
        lookups,
        answers,
        guard,
        calls::close);
  }

  private static Optional<String> hindrance(CompiledProvider provider) {
    return provider
        .client()
        .filter(client -> client.secret().isEmpty())
        .map(client -> ClientProof.MISSING);
  }

  /** A certificate is shown to the provider that it is for, and to nobody else. */
  private EgressClient calls(Optional<RegisteredClient> client) {
    return client
        .filter(known -> known.authentication() == ClientAuthentication.MutualTls)
        .flatMap(RegisteredClient::secret)
        .map(pem -> clients.showing(new ClientCertificate(pem)))
        .orElseGet(clients::anonymous);
  }

  private static AskedProvider.Proof proof(
      CompiledProvider provider, Questions questions, Lookups lookups, RememberedAnswers answers) {
    return switch (provider.verification()) {
      case Verification.ByAsking(AnswerRules rules, VerificationDocument how) -> {
        TokenQuestion question = questions.about(how, rules.issuers());
        yield new AskedProvider.Proof.OfToken(
            new AskedTokens(question, rules, lookups, answers), question);
      }
      case Verification.BySignature signed ->
          new AskedProvider.Proof.OfRest(completion(signed, questions));
    };
  }

  private static Optional<Completion> completion(
      Verification.BySignature signed, Questions questions) {
    return signed
        .completion()
        .map(
            asked ->
                new Completion(
                    ClaimPath.of(asked.lacking()),
                    questions.introspection(asked.endpoint(), signed.rules().issuers()),
                    signed.completed().orElseThrow()));
  }

  /** Makes questions. */
  private record Questions(ProviderCalls calls, Optional<ClientProof> client, Ticker ticker) {

    TokenQuestion about(VerificationDocument how, Set<String> issuers) {
      return switch (how) {
        case VerificationDocument.Introspection(EndpointDocument endpoint) ->
            introspection(endpoint, issuers);
        case VerificationDocument.UserInfo(EndpointDocument endpoint) ->
            new UserInfoVerifier(
                endpoint(endpoint, issuers, List.of(ClaimPath.of("userinfo_endpoint"))), calls);
        case VerificationDocument.Check check ->
            new ProviderCheckVerifier(check, new CallWriter(client), calls);
        case VerificationDocument.Jwt jwt ->
            throw new IllegalArgumentException("a signed token is not asked about");
      };
    }

    TokenQuestion introspection(EndpointDocument endpoint, Set<String> issuers) {
      return new IntrospectionVerifier(
          endpoint(endpoint, issuers, introspectionMembers()),
          client,
          issuers.stream().findFirst(),
          calls);
    }

    /** RFC 8705, section 5: whoever shows a certificate goes to the alias, where there is one. */
    private List<ClaimPath> introspectionMembers() {
      var plain = ClaimPath.of("introspection_endpoint");
      var alias = ClaimPath.of("mtls_endpoint_aliases.introspection_endpoint");
      return client.filter(ClientProof::isByCertificate).isPresent()
          ? List.of(alias, plain)
          : List.of(plain);
    }

    private Endpoint endpoint(
        EndpointDocument document, Set<String> issuers, List<ClaimPath> members) {
      String url = document.url();
      String discovery = document.discoveryURL();
      if (url != null) return new KnownEndpoint(url, calls);
      if (discovery == null) throw new IllegalArgumentException("an endpoint without a URL");
      return new DiscoveredEndpoint(discovery, issuers, members, calls, ticker);
    }
  }
}
