package dev.apiauth.cli.lint;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.cli.input.ReadResource;
import dev.apiauth.cli.input.ResourceReader;
import dev.apiauth.cli.lint.check.LintCheck;
import dev.apiauth.cli.lint.check.LintChecks;
import dev.apiauth.cli.lint.check.LintSubject;
import dev.apiauth.policy.check.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at all resources of all files. Used once. */
final class Linter {

  private final ResourceReader reader;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();
  private final Namesakes namesakes = new Namesakes();
  private final GivenPolicies policies = new GivenPolicies();
  private int resources;

  Linter(ResourceReader reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  /** Policies first: tokens are judged by them. */
  LintAnswer lint(List<Manifest> manifests, Optional<Path> secrets) {
    manifests.stream().filter(each -> each.mayBe(ResourceReader.KIND)).forEach(this::lint);
    lintTokens(manifests);
    secrets.ifPresent(this::faultySecrets);
    findings.addAll(namesakes.findings());
    return new LintAnswer(resources, findings);
  }

  private void lint(Manifest manifest) {
    resources++;
    ReadResource read = reader.read(manifest);
    policies.add(manifest, read);
    read.problems().forEach(problem -> add(manifest, Finding.OPERATOR, problem));
    if (read instanceof ReadResource.Usable usable) {
      namesakes.add(manifest, usable.resource());
      var subject = new LintSubject(usable.resource(), usable.policy(), now);
      for (LintCheck check : LintChecks.ALL) {
        check.look(subject).forEach(problem -> add(manifest, check.name(), problem));
      }
    }
  }

  private void lintTokens(List<Manifest> manifests) {
    var tokens = new TokenLinter(now);
    for (Manifest manifest : manifests) {
      if (!manifest.kind().equals(TokenLinter.KIND)) continue;
      resources++;
      namesakes.add(manifest);
      tokens.add(manifest);
    }
    tokens.written().forEach(namesakes::add);
    findings.addAll(tokens.findings(policies, reader::secretsIn));
  }

  private void add(Manifest manifest, String check, Problem problem) {
    findings.add(Finding.of(manifest, check, problem));
  }

  private void faultySecrets(Path directory) {
    for (var fault : reader.faultySecrets()) {
      var problem = Problem.warning("", fault.why(), "It is skipped: what depends on it denies");
      String file = directory.resolve(fault.file()).toString();
      findings.add(Finding.of(file, 1, Finding.OPERATOR, problem));
    }
  }
}
