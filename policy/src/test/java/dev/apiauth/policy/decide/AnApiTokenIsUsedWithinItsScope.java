package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.request.CidrSet;
import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.IpAddress;
import dev.apiauth.policy.request.Parsed;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.PathPattern;
import dev.apiauth.policy.request.PathPatterns;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.spec.Operation;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each part of a scope narrows; one that is left out does not. */
class AnApiTokenIsUsedWithinItsScope {

  @ParameterizedTest(name = "[{0}] [{1}] [{2}] [{3}]: {4} {5} {6} from {7}: {8}")
  @CsvFileSource(resources = "api-token-scopes.csv", numLinesToSkip = 1)
  void andNowhereElse(
      @Nullable String networks,
      @Nullable String operations,
      @Nullable String methods,
      @Nullable String paths,
      Operation operation,
      String method,
      String path,
      String client,
      String expected) {
    var scope =
        new ApiTokenScope(
            Optional.ofNullable(networks).map(text -> networks(words(text))),
            words(operations).stream().map(Operation::valueOf).collect(Collectors.toSet()),
            Set.copyOf(words(methods)),
            Optional.ofNullable(paths).map(text -> paths(words(text))));

    assertThat(Told.of(scope.permit(target(operation, method, path), address(client))))
        .isEqualTo(expected);
  }

  private static List<String> words(@Nullable String text) {
    return Arrays.stream(Objects.requireNonNullElse(text, "").split(" "))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static CidrSet networks(List<String> texts) {
    return CidrSet.of(texts.stream().map(text -> value(Cidr.parse(text))).toList());
  }

  private static PathPatterns paths(List<String> texts) {
    return PathPatterns.of(texts.stream().map(text -> value(PathPattern.parseTree(text))).toList());
  }

  private static ClientAddress address(String text) {
    return text.equals("unknown")
        ? new ClientAddress.Unknown("a direct peer sent Forwarded")
        : new ClientAddress.Known(value(IpAddress.parse(text)));
  }

  private static Target target(Operation operation, String method, String raw) {
    CanonicalPath path = passed(CanonicalPath.of(raw));
    var head =
        new RequestHead(
            "r-1",
            method,
            raw,
            ProtocolVersion.HTTP_1_1,
            HeaderFields.of(List.of()),
            InetAddress.getLoopbackAddress());
    return new Target(
        head,
        path,
        passed(path.relativeTo(ContextPath.ROOT).orElseThrow().innermost()),
        PathClass.REST_API,
        operation,
        Optional.empty());
  }

  private static <T> T value(Parsed<T> parsed) {
    return ((Parsed.Value<T>) parsed).value();
  }

  private static <T> T passed(Outcome<T> outcome) {
    return ((Outcome.Pass<T>) outcome).value();
  }
}
