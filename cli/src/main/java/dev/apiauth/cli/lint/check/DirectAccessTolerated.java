package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.DirectAccessPolicy;
import java.util.stream.Stream;

/** A way past the sidecar that nobody closes. */
record DirectAccessTolerated() implements LintCheck {

  @Override
  public String name() {
    return "direct-access";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    return subject.spec().interceptionOrDefault().directAccess() == DirectAccessPolicy.Tolerate
        ? Stream.of(
            Problem.warning(
                "spec.interception.directAccess",
                "whoever reaches the product's own port is not asked for anything",
                "Say Refuse, and keep Tolerate for the time of the move"))
        : Stream.empty();
  }
}
