package dev.apiauth.cli.lint;

import dev.apiauth.cli.render.Answer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What lint has to say about all files.
 *
 * @param resources how many resources were looked at
 * @param findings what is wrong with them, by file and line
 */
record LintAnswer(int resources, List<Finding> findings) implements Answer {

  LintAnswer {
    findings = findings.stream().sorted(Finding.BY_PLACE).toList();
  }

  long errors() {
    return findings.stream().filter(Finding::isError).count();
  }

  long warnings() {
    return findings.size() - errors();
  }

  @Override
  public String text() {
    return findings.stream().map(Finding::text).collect(Collectors.joining())
        + "%d checked: %d errors, %d warnings%n".formatted(resources, errors(), warnings());
  }

  @Override
  public Object data() {
    return new Data(resources, errors(), warnings(), findings);
  }

  /** The answer for programs. */
  record Data(int resources, long errors, long warnings, List<Finding> findings) {}
}
