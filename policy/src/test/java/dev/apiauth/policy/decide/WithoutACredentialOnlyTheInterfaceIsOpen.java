package dev.apiauth.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.request.CanonicalPath;
import dev.apiauth.policy.request.ContextPath;
import dev.apiauth.policy.request.HeaderField;
import dev.apiauth.policy.request.HeaderFields;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProtocolVersion;
import dev.apiauth.policy.request.RequestHead;
import dev.apiauth.policy.spec.AllowOrDeny;
import dev.apiauth.policy.spec.AnonymousPolicy;
import dev.apiauth.policy.spec.Operation;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The truth table of {@link InterfaceRules}. */
class WithoutACredentialOnlyTheInterfaceIsOpen {

  @ParameterizedTest(name = "{0}: InterfaceOnly {1}, Deny {2}")
  @CsvSource({
    "STATIC, true, false",
    "PAGE, true, false",
    "LOGIN, true, true",
    "PUBLIC_ENDPOINT, true, false",
    "SERVLET, true, false",
    "SESSION_LOGIN, false, false",
    "REST_API, false, false",
    "DOWNLOAD, false, false",
    "GIT, false, false",
    "LEGACY_RPC, false, false",
    "UNLISTED, false, false"
  })
  void unlessThePolicySaysOtherwise(PathClass pathClass, boolean interfaceOnly, boolean denied) {
    Target target = target("GET", pathClass, "");

    assertThat(rules(AnonymousPolicy.InterfaceOnly).opensToAnybody(target))
        .isEqualTo(interfaceOnly);
    assertThat(rules(AnonymousPolicy.Deny).opensToAnybody(target)).isEqualTo(denied);
    assertThat(rules(AnonymousPolicy.Allow).opensToAnybody(target)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(AnonymousPolicy.class)
  void aPreflightHasNoCredentialsByDesign(AnonymousPolicy policy) {
    Target preflight =
        target("OPTIONS", PathClass.REST_API, "Origin Access-Control-Request-Method");

    assertThat(rules(policy).opensToAnybody(preflight)).isTrue();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      value = {
        "OPTIONS|",
        "OPTIONS|Origin",
        "OPTIONS|Access-Control-Request-Method",
        "GET|Origin Access-Control-Request-Method",
        "POST|Origin Access-Control-Request-Method"
      },
      delimiter = '|',
      emptyValue = "")
  void whatOnlyResemblesAPreflightIsNone(String method, String headers) {
    Target target = target(method, PathClass.REST_API, headers == null ? "" : headers);

    assertThat(rules(AnonymousPolicy.InterfaceOnly).opensToAnybody(target)).isFalse();
  }

  @ParameterizedTest(name = "sessions {0}, {1}: {2}")
  @CsvSource({
    "Allow, JSESSIONID=1, true",
    "Allow, , false",
    "Deny, JSESSIONID=1, false",
    "Deny, , false"
  })
  void aSessionCountsWhereItMay(AllowOrDeny sessions, String cookie, boolean expected) {
    var cookies = cookie == null ? SessionCookies.NONE : new SessionCookies(List.of(cookie));
    var rules = new InterfaceRules(AnonymousPolicy.InterfaceOnly, sessions, PathRules.NONE);

    assertThat(rules.countsSession(cookies)).isEqualTo(expected);
  }

  private static InterfaceRules rules(AnonymousPolicy anonymous) {
    return new InterfaceRules(anonymous, AllowOrDeny.Allow, PathRules.NONE);
  }

  private static Target target(String method, PathClass pathClass, String headers) {
    var fields =
        Arrays.stream(headers.split(" "))
            .filter(name -> !name.isEmpty())
            .map(name -> new HeaderField(name, "x"))
            .toList();
    var head =
        new RequestHead(
            "test",
            method,
            "/x",
            ProtocolVersion.HTTP_1_1,
            HeaderFields.of(fields),
            InetAddress.getLoopbackAddress());
    var path = passed(CanonicalPath.of("/x"));
    var below = passed(path.relativeTo(ContextPath.ROOT).orElseThrow().innermost());
    return new Target(head, path, below, pathClass, Operation.Read, Optional.empty());
  }

  private static <T> T passed(Outcome<T> outcome) {
    return ((Outcome.Pass<T>) outcome).value();
  }
}
