package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.request.Cidr;
import dev.apiauth.policy.spec.CidrAccessSpec;
import dev.apiauth.policy.spec.PasswordExceptionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Networks so wide that they hardly restrict anything: /8 and wider, /32 and wider for IPv6. */
record NetworkTooWide() implements LintCheck {

  private static final int WIDE_IPV4 = 8;
  private static final int WIDE_IPV6 = 32;

  @Override
  public String name() {
    return "network-too-wide";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    return lists(subject).stream()
        .flatMap(Networks::entries)
        .filter(entry -> isWide(entry.network()))
        .map(
            entry ->
                Problem.warning(
                    entry.field(),
                    "%s is a very wide network".formatted(entry.network()),
                    "Name the networks that callers really come from"));
  }

  private static List<Networks> lists(LintSubject subject) {
    var lists = new ArrayList<Networks>();
    CidrAccessSpec cidrs = subject.spec().access().cidrs();
    if (cidrs != null) lists.add(new Networks("spec.access.cidrs.allow", cidrs.allow()));
    List<PasswordExceptionSpec> exceptions = Exceptions.of(subject);
    for (int at = 0; at < exceptions.size(); at++) {
      lists.add(new Networks(Exceptions.field(at) + ".cidrs", exceptions.get(at).cidrs()));
    }
    return lists;
  }

  private static boolean isWide(Cidr network) {
    return network.prefixLength() <= (Networks.isIpv4(network) ? WIDE_IPV4 : WIDE_IPV6);
  }
}
