package dev.apiauth.cli.lint;

import dev.apiauth.cli.input.Manifest;
import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Resources that would stand in each other's way: for one workload the oldest would decide, and of
 * two with one name the later would take the earlier's place.
 */
final class Namesakes {

  private record Seen(Manifest manifest, AtlassianApiAuthResource resource) {}

  private final Map<String, Seen> names = new LinkedHashMap<>();
  private final Map<String, Seen> targets = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  void add(Manifest manifest, AtlassianApiAuthResource resource) {
    var seen = new Seen(manifest, resource);
    Seen namesake =
        names.putIfAbsent("%s/%s".formatted(resource.namespace(), resource.name()), seen);
    if (namesake != null) {
      sameName(seen, namesake);
      return;
    }
    var target = resource.spec().targetRef();
    String key = "%s/%s/%s".formatted(resource.namespace(), target.kind(), target.name());
    Seen rival = targets.putIfAbsent(key, seen);
    if (rival != null) sameTarget(seen, rival);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void sameName(Seen seen, Seen namesake) {
    add(
        seen,
        Problem.error(
            "metadata.name",
            "%s has this name too".formatted(place(namesake)),
            "Applied together, the later one takes the place of the other. Rename one of them"));
  }

  private void sameTarget(Seen seen, Seen rival) {
    add(
        seen,
        Problem.error(
            "spec.targetRef",
            "AtlassianApiAuth %s in %s is for %s %s too"
                .formatted(
                    rival.resource().name(),
                    place(rival),
                    seen.resource().spec().targetRef().kind(),
                    seen.resource().spec().targetRef().name()),
            "The older one decides, the other is Conflicted. Delete one of the two"));
  }

  private void add(Seen seen, Problem problem) {
    Manifest manifest = seen.manifest();
    findings.add(
        Finding.of(
            manifest.file(), manifest.lineOf(problem.field()), Finding.OPERATOR, problem));
  }

  private static String place(Seen seen) {
    return "%s:%d".formatted(seen.manifest().file(), seen.manifest().line());
  }
}
