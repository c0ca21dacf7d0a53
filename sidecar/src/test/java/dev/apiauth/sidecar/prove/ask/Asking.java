package dev.apiauth.sidecar.prove.ask;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.apiauth.policy.compile.Compilation;
import dev.apiauth.policy.compile.PolicyCompiler;
import dev.apiauth.policy.compile.ProductDefaults;
import dev.apiauth.policy.credential.PayloadIssuer;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.ApiTokensDocument;
import dev.apiauth.policy.document.PolicyDocument;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.SecretsDocument;
import dev.apiauth.policy.document.UpstreamDocument;
import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.preset.PresetCatalog;
import dev.apiauth.policy.spec.AccessSpec;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.egress.EgressClients;
import dev.apiauth.sidecar.egress.SystemHostResolver;
import dev.apiauth.sidecar.egress.TrustAnchors;
import dev.apiauth.sidecar.metrics.Metrics;
import dev.apiauth.sidecar.prove.ProvenTokens;
import dev.apiauth.sidecar.prove.ProviderStates;
import dev.apiauth.sidecar.prove.ProviderVerifiers;
import dev.apiauth.sidecar.prove.VerifierFactory;
import dev.apiauth.sidecar.prove.keys.KeyRing;
import dev.apiauth.sidecar.prove.keys.ProviderKeysFactory;
import dev.apiauth.sidecar.prove.keys.ProviderState;
import dev.apiauth.sidecar.prove.keys.RefreshClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A sidecar's proof of tokens with everything that is real about it but the pipeline: documents,
 * compiler, connections. Time passes when it is told to, on top of real time.
 */
final class Asking implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong shift = new AtomicLong();
  private final Ticker ticker = () -> System.nanoTime() + shift.get();
  private final KeyRing keys;
  private final AskRing asks;
  private final VerifierFactory factory;
  private CompiledPolicy policy;
  private ProviderVerifiers verifiers;

  /** With those providers; their URLs may lead to loopback by plain HTTP. */
  Asking(List<String> origins, SecretsDocument secrets, ProviderDocument... providers) {
    this(origins, TrustAnchors.ofJvm(), Metrics.NONE, secrets, providers);
  }

  Asking(
      List<String> origins,
      TrustAnchors trust,
      Metrics metrics,
      SecretsDocument secrets,
      ProviderDocument... providers) {
    var clients =
        new EgressClients(
            vertx,
            new EgressRules(EgressAllowance.of(origins)),
            new SystemHostResolver(vertx),
            trust);
    WorkerExecutor workers = vertx.createSharedWorkerExecutor("signatures", 2);
    var refresh = new RefreshClock(this::now, ticker, RandomGenerator.getDefault());
    keys = new KeyRing(new ProviderKeysFactory(vertx, clients.forDocuments(), refresh, metrics));
    asks =
        new AskRing(
            vertx, new AskedProviderFactory(vertx, clients, workers, this::now, ticker, metrics));
    factory =
        new VerifierFactory(keys, asks, new ProvenTokens(1 << 20, ticker), workers, this::now);
    policy = compiled(secrets, providers);
    verifiers = factory.of(policy);
  }

  /** Another policy comes into force. */
  void replace(SecretsDocument secrets, ProviderDocument... providers) {
    policy = compiled(secrets, providers);
    verifiers = factory.of(policy);
  }

  private static CompiledPolicy compiled(SecretsDocument secrets, ProviderDocument... providers) {
    var document =
        new PolicyDocument(
            PolicyDocument.VERSION,
            new PolicySource("atlassian", "jira", 1),
            "Jira",
            Mode.Enforce,
            new UpstreamDocument(8080, "", null),
            null,
            List.of(providers),
            CredentialsSpec.DEFAULT,
            new AccessSpec(GroupAccessSpec.allowing(List.of("*")), null, List.of(), List.of()),
            List.of(),
            null);
    var set =
        new PolicySet(document, new VaultDocument(List.of()), ApiTokensDocument.EMPTY, secrets);
    var compiler =
        new PolicyCompiler(PresetCatalog.shipped(), new PayloadIssuer(), ProductDefaults.NONE);
    return switch (compiler.compile(set, new PolicyHash("sha256:" + "0".repeat(64)))) {
      case Compilation.Compiled(CompiledPolicy compiled) -> compiled;
      case Compilation.Unusable(String why) -> throw new AssertionError(why);
    };
  }

  /** The secret of each provider's client. */
  static SecretsDocument secrets(String... namesAndSecrets) {
    var secrets = new TreeMap<String, String>();
    for (int i = 0; i < namesAndSecrets.length; i += 2) {
      secrets.put(namesAndSecrets[i], namesAndSecrets[i + 1]);
    }
    return new SecretsDocument(secrets);
  }

  private Instant now() {
    return Instant.ofEpochMilli(System.currentTimeMillis()).plusNanos(shift.get());
  }

  /** Lets time pass. */
  void pass(Duration time) {
    shift.addAndGet(time.toNanos());
  }

  /** Asks and goes on. */
  Future<Outcome<TokenClaims>> asked(String provider, String token) {
    return verifiers.claims(requireNonNull(policy.providers().get(provider)), token);
  }

  /** Asks and waits. */
  Outcome<TokenClaims> claims(String provider, String token) {
    try {
      return asked(provider, token).await(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** How a provider is. */
  ProviderState state(String provider) {
    return ProviderStates.of(keys, asks).stream()
        .filter(state -> state.name().equals(provider))
        .findFirst()
        .orElseThrow();
  }

  Vertx vertx() {
    return vertx;
  }

  @Override
  public void close() {
    keys.close();
    asks.close();
    try {
      vertx.close().await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
