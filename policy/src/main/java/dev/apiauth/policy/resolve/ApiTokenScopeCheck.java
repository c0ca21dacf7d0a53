package dev.apiauth.policy.resolve;

import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.request.PathPattern;
import dev.apiauth.policy.spec.ClientIPSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Whether the scope of a token says what it seems to say. One that does not would be wider. */
final class ApiTokenScopeCheck {

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
  private static final int MOST_PATHS = 64;
  private static final int MOST_NETWORKS = 256;

  /**
   * What is wrong.
   *
   * @param part which list is meant
   * @param message after "the API token ...", without a full stop
   * @param mend what to do about it
   */
  record Flaw(String part, String message, String mend) {}

  private final Optional<ClientIPSpec> clientIP;

  private final List<Function<IssuedToken.Scope, Optional<Flaw>>> checks =
      List.of(
          ApiTokenScopeCheck::methods,
          ApiTokenScopeCheck::paths,
          ApiTokenScopeCheck::networks,
          this::addresses);

  ApiTokenScopeCheck(Optional<ClientIPSpec> clientIP) {
    this.clientIP = clientIP;
  }

  Optional<Flaw> flaw(IssuedToken.Scope scope) {
    return checks.stream().map(check -> check.apply(scope)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<Flaw> methods(IssuedToken.Scope scope) {
    return scope.methods().stream()
        .filter(method -> !METHOD.matcher(method).matches())
        .findFirst()
        .map(
            method ->
                new Flaw(
                    "methods",
                    "names a method that is none: \"%s\"".formatted(method),
                    "Write methods in capital letters, such as GET"));
  }

  private static Optional<Flaw> paths(IssuedToken.Scope scope) {
    if (scope.paths().size() > MOST_PATHS) return tooMany("paths", "paths", MOST_PATHS);
    return scope.paths().stream()
        .map(PathPattern::parseTree)
        .flatMap(parsed -> problem(parsed).stream())
        .findFirst()
        .map(
            why ->
                new Flaw(
                    "paths",
                    "names a path that cannot be read: " + why,
                    "Write a path like /rest/api/2/issue, or a pattern like /rest/*/latest/**"));
  }

  private static Optional<Flaw> networks(IssuedToken.Scope scope) {
    if (scope.cidrs().size() > MOST_NETWORKS) return tooMany("cidrs", "networks", MOST_NETWORKS);
    return scope.cidrs().stream()
        .map(Cidr::parse)
        .flatMap(parsed -> problem(parsed).stream())
        .findFirst()
        .map(
            why ->
                new Flaw(
                    "cidrs",
                    "names a network that cannot be read: " + why,
                    "Write a network like 203.0.113.0/24 or 2001:db8::/32, or a bare address"));
  }

  private Optional<Flaw> addresses(IssuedToken.Scope scope) {
    return scope.cidrs().isEmpty() || clientIP.isPresent()
        ? Optional.empty()
        : Optional.of(
            new Flaw(
                "cidrs",
                "is bound to networks, and nothing says how the address of a client is told",
                "Add spec.clientIP: {type: DirectPeer} if nothing stands in front of the pod,"
                    + " {type: XForwardedFor, xForwardedFor: {trustedCIDRs: [...]}} otherwise"));
  }

  private static Optional<Flaw> tooMany(String part, String what, int limit) {
    return Optional.of(
        new Flaw(
            part,
            "names more than %d %s".formatted(limit, what),
            "Name fewer, or issue several tokens"));
  }

  private static Optional<String> problem(Parsed<?> parsed) {
    return parsed instanceof Parsed.Malformed<?>(String why) ? Optional.of(why) : Optional.empty();
  }
}
