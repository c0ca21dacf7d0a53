package dev.apiauth.sidecar.pipeline;

import dev.apiauth.policy.credential.Route;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.Located;
import dev.apiauth.policy.decide.Permitted;
import dev.apiauth.policy.decide.Presented;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.decide.Proven;
import dev.apiauth.policy.decide.Routed;
import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.RequestHead;
import java.util.List;
import java.util.Optional;

/**
 * How far a request came, for the audit line and for whoever has to answer it. One per request,
 * written by the {@link Pipeline} on the request's event loop.
 */
public final class Trail {

  private final RequestHead head;
  private final CompiledPolicy policy;
  private final TokenProof tokens;
  private boolean admitted;
  private Optional<Target> target = Optional.empty();
  private Optional<Presented> presented = Optional.empty();
  private Optional<ClientAddress> client = Optional.empty();
  private Optional<Route> route = Optional.empty();
  private Optional<Principal> principal = Optional.empty();
  private Optional<Permitted> permitted = Optional.empty();

  /**
   * Of a request that is about to be decided.
   *
   * @param policy decides it, whatever is loaded meanwhile
   * @param tokens verifies tokens of the policy's providers
   */
  public Trail(RequestHead head, CompiledPolicy policy, TokenProof tokens) {
    this.head = head;
    this.policy = policy;
    this.tokens = tokens;
  }

  public RequestHead head() {
    return head;
  }

  /** The policy that decides the request, whatever is loaded meanwhile. */
  public CompiledPolicy policy() {
    return policy;
  }

  /**
   * Whether the message is one that may be forwarded at all, even where refusals are only recorded.
   */
  public boolean isAdmitted() {
    return admitted;
  }

  TokenProof tokens() {
    return tokens;
  }

  public Optional<Target> target() {
    return target;
  }

  public Optional<Presented> presented() {
    return presented;
  }

  public Optional<ClientAddress> client() {
    return client;
  }

  /** Where the credential went; empty if the request ended before that. */
  public Optional<Route> route() {
    return route;
  }

  public Optional<Principal> principal() {
    return principal;
  }

  /** The request once the policy has allowed it. */
  public Optional<Permitted> permitted() {
    return permitted;
  }

  /** The scopes that a token of the provider that the credential went to would need. */
  public List<String> neededScopes() {
    return route
        .filter(Route.ToProvider.class::isInstance)
        .map(Route.ToProvider.class::cast)
        .map(provider -> policy.providers().get(provider.provider()))
        .map(provider -> provider.scopes().allOf().stream().sorted().toList())
        .orElse(List.of());
  }

  RequestHead admitted(RequestHead head) {
    admitted = true;
    return head;
  }

  Target reached(Target reached) {
    target = Optional.of(reached);
    return reached;
  }

  Presented reached(Presented reached) {
    presented = Optional.of(reached);
    return reached;
  }

  Located reached(Located reached) {
    client = Optional.of(reached.client());
    return reached;
  }

  Routed reached(Routed reached) {
    route = Optional.of(reached.route());
    return reached;
  }

  Permitted reached(Permitted reached) {
    permitted = Optional.of(reached);
    return reached;
  }

  Proven reached(Proven reached) {
    principal = Optional.of(reached.principal());
    return reached;
  }
}
