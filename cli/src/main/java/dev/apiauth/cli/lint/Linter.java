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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at all resources of all files. Used once. */
final class Linter {

  private static final Pattern LINE = Pattern.compile("^line ([0-9]+): ");

  private final ResourceReader reader;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();
  private final Namesakes namesakes = new Namesakes();
  private int resources;

  Linter(ResourceReader reader, Instant now) {
    this.reader = reader;
    this.now = now;
  }

  LintAnswer lint(List<Manifest> manifests, Optional<Path> secrets) {
    manifests.stream().filter(each -> each.mayBe(ResourceReader.KIND)).forEach(this::lint);
    secrets.ifPresent(this::faultySecrets);
    findings.addAll(namesakes.findings());
    return new LintAnswer(resources, findings);
  }

  private void lint(Manifest manifest) {
    resources++;
    ReadResource read = reader.read(manifest);
    read.problems().forEach(problem -> add(manifest, Finding.OPERATOR, problem));
    if (read instanceof ReadResource.Usable usable) {
      namesakes.add(manifest, usable.resource());
      var subject = new LintSubject(usable.resource(), usable.policy(), now);
      for (LintCheck check : LintChecks.ALL) {
        check.look(subject).forEach(problem -> add(manifest, check.name(), problem));
      }
    }
  }

  private void add(Manifest manifest, String check, Problem problem) {
    Matcher line = LINE.matcher(problem.message());
    if (!line.find()) {
      findings.add(
          Finding.of(manifest.file(), manifest.lineOf(problem.field()), check, problem));
      return;
    }
    var rest =
        new Problem(
            problem.field(),
            problem.message().substring(line.end()),
            problem.mend(),
            problem.severity());
    findings.add(Finding.of(manifest.file(), Integer.parseInt(line.group(1)), check, rest));
  }

  private void faultySecrets(Path directory) {
    for (var fault : reader.faultySecrets()) {
      var problem = Problem.warning("", fault.why(), "It is skipped: what depends on it denies");
      String file = directory.resolve(fault.file()).toString();
      findings.add(Finding.of(file, 1, Finding.OPERATOR, problem));
    }
  }
}
