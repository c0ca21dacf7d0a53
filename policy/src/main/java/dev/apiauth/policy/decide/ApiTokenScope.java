package dev.apiauth.policy.decide;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.spec.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an API token may be used for. Each part narrows; one that is empty does not.
 *
 * <pre>
 * asked in this order     not in it
 * networks                api_token_address_refused, or client_address_unknown
 * operations              api_token_operation_refused
 * methods                 api_token_method_refused
 * paths                   api_token_path_refused
 * </pre>
 *
 * @param networks from where
 * @param operations what may be done
 * @param methods with which methods
 * @param paths on which paths below the context path
 */
public record ApiTokenScope(
    Optional<CidrSet> networks,
    Set<Operation> operations,
    Set<String> methods,
    Optional<PathPatterns> paths) {

  /** Everything. */
  public static final ApiTokenScope ALL =
      new ApiTokenScope(Optional.empty(), Set.of(), Set.of(), Optional.empty());

  /** Sets are copied. */
  public ApiTokenScope {
    operations = Set.copyOf(operations);
    methods = Set.copyOf(methods);
  }

  /** Whether that request, from there, is among what the token may be used for. */
  public Outcome<Target> permit(Target target, ClientAddress client) {
    List<Function<Target, Optional<Refusal>>> parts =
        List.of(request -> address(client), this::operation, this::method, this::path);
    return parts.stream()
        .flatMap(part -> part.apply(target).stream())
        .findFirst()
        .map(Refusal::<Target>asOutcome)
        .orElseGet(() -> Outcome.pass(target));
  }

  private Optional<Refusal> address(ClientAddress client) {
    if (networks.isEmpty()) return Optional.empty();
    return switch (client) {
      case ClientAddress.Known(IpAddress address) ->
          networks.get().contains(address)
              ? Optional.empty()
              : refused(Reason.API_TOKEN_ADDRESS_REFUSED);
      case ClientAddress.Unknown(String why) ->
          Optional.of(Refusal.of(Reason.CLIENT_ADDRESS_UNKNOWN).finding(why));
    };
  }

  private Optional<Refusal> operation(Target target) {
    Operation operation = target.operation();
    return operations.isEmpty() || operations.contains(operation)
        ? Optional.empty()
        : refused(Reason.API_TOKEN_OPERATION_REFUSED, operation);
  }

  private Optional<Refusal> method(Target target) {
    return methods.isEmpty() || methods.contains(target.head().method())
        ? Optional.empty()
        : refused(Reason.API_TOKEN_METHOD_REFUSED);
  }

  private Optional<Refusal> path(Target target) {
    return paths.isEmpty() || paths.get().matches(target.below())
        ? Optional.empty()
        : refused(Reason.API_TOKEN_PATH_REFUSED);
  }

  private static Optional<Refusal> refused(Reason reason, Object... details) {
    return Optional.of(Refusal.of(reason, details));
  }
}
