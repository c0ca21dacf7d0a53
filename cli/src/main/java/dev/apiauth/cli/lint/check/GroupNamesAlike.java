package dev.apiauth.cli.lint.check;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.spec.GroupAccessSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Group names that are likely to be typing mistakes: blanks around them, or twins by case. Groups
 * are compared exactly.
 */
record GroupNamesAlike() implements LintCheck {

  @Override
  public String name() {
    return "group-names-alike";
  }

  @Override
  public Stream<Problem> look(LintSubject subject) {
    GroupAccessSpec groups = subject.spec().access().groups();
    Map<String, String> spellings = new HashMap<>();
    return Stream.of(
            look("allow", groups.allow(), spellings),
            look("deny", groups.deny(), spellings),
            look("readOnly", groups.readOnly(), spellings))
        .flatMap(List::stream);
  }

  private static List<Problem> look(
      String list, List<String> names, Map<String, String> spellings) {
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(
            at -> look("spec.access.groups.%s[%d]".formatted(list, at), names.get(at), spellings))
        .toList();
  }

  private static Stream<Problem> look(String field, String name, Map<String, String> spellings) {
    if (!name.strip().equals(name)) {
      return Stream.of(
          Problem.warning(
              field,
              "\"%s\" has blanks around it, and groups are compared exactly".formatted(name),
              "Write \"%s\"".formatted(name.strip())));
    }
    String other = spellings.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    return other == null || other.equals(name)
        ? Stream.empty()
        : Stream.of(
            Problem.warning(
                field,
                "\"%s\" and \"%s\" differ in case only, and groups are compared exactly"
                    .formatted(other, name),
                "Write them as the provider does"));
  }
}
