package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.AllowOrDeny;
import java.util.List;
import java.util.stream.Stream;

/** Consumers of application links beside a list of groups that does not bind them. */
record LinksPassWithoutGroups() implements LintCheck {

  private static final List<String> EVERYBODY = List.of("*");

  @Override
  public String name() {
    return "links-pass-without-groups";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    boolean links =
        subject.spec().credentialsOrDefault().applicationLinks().policy() == AllowOrDeny.Allow;
    boolean groups = !subject.spec().access().groups().allow().equals(EVERYBODY);
    return links && groups
        ? Stream.of(
            Problem.warning(
                "spec.credentials.applicationLinks.consumers",
                "these consumers pass without groups: only the product can tell whom they act as",
                "Bind them by access.cidrs, and list none that is not needed"))
        : Stream.empty();
  }
}
