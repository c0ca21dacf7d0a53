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
 * two with one name the later would take the earlier's place. Of two tokens with one Secret the
 * later gets no value.
 */
final class Namesakes {

  private record Seen(Manifest manifest, AtlassianApiAuthResource resource) {}

  private final Map<String, Manifest> names = new LinkedHashMap<>();
  private final Map<String, Seen> targets = new LinkedHashMap<>();
  private final Map<String, WrittenToken> secrets = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  /**
   * A resource of any kind.
   *
   * @return whether it is the first of its name
   */
  boolean add(Manifest manifest) {
    String name = "%s/%s/%s".formatted(manifest.kind(), manifest.namespace(), manifest.name());
    Manifest namesake = names.putIfAbsent(name, manifest);
    if (namesake != null) sameName(manifest, namesake);
    return namesake == null;
  }

  /** A resource for a workload. */
  void add(Manifest manifest, AtlassianApiAuthResource resource) {
    if (!add(manifest)) return;
    var seen = new Seen(manifest, resource);
    var target = resource.spec().targetRef();
    String key = "%s/%s/%s".formatted(resource.namespace(), target.kind(), target.name());
    Seen rival = targets.putIfAbsent(key, seen);
    if (rival != null) sameTarget(seen, rival);
  }

  /** A token that was added by its name. */
  void add(WrittenToken token) {
    String secret = "%s/%s".formatted(token.namespace(), token.secretName());
    WrittenToken other = secrets.putIfAbsent(secret, token);
    boolean itself = other != null && other.request().name().equals(token.request().name());
    if (other != null && !itself) sameSecret(token, other);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  private void sameName(Manifest manifest, Manifest namesake) {
    add(
        manifest,
        Problem.error(
            "metadata.name",
            "%s has this name too".formatted(place(namesake)),
            "Applied together, the later one takes the place of the other. Rename one of them"));
  }

  private void sameTarget(Seen seen, Seen rival) {
    add(
        seen.manifest(),
        Problem.error(
            "spec.targetRef",
            "AtlassianApiAuth %s in %s is for %s %s too"
                .formatted(
                    rival.resource().name(),
                    place(rival.manifest()),
                    seen.resource().spec().targetRef().kind(),
                    seen.resource().spec().targetRef().name()),
            "The older one decides, the other is Conflicted. Delete one of the two"));
  }

  private void sameSecret(WrittenToken token, WrittenToken other) {
    add(
        token.manifest(),
        Problem.warning(
            "spec.secretName",
            "AtlassianApiToken %s in %s writes its value into Secret %s too"
                .formatted(other.request().name(), place(other.manifest()), token.secretName()),
            "Nothing is written over a Secret that is there. Say another name"));
  }

  private void add(Manifest manifest, Problem problem) {
    findings.add(Finding.of(manifest, Finding.OPERATOR, problem));
  }

  private static String place(Manifest manifest) {
    return "%s:%d".formatted(manifest.file(), manifest.line());
  }
}
