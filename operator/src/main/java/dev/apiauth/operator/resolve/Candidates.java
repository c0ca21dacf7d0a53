package dev.apiauth.operator.resolve;

import dev.apiauth.operator.gather.Applicant;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.inject.Candidate;
import dev.apiauth.operator.inject.Precedence;
import dev.apiauth.operator.render.Published;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The resources that may protect the pods of a namespace: those that were ever accepted, with the
 * spec that is in force. Never blocks; each spec is read once. Safe for use by several threads.
 */
public final class Candidates implements Function<String, List<Candidate>> {

  private final Function<String, List<Applicant>> applicants;
  private final SpecReader reader;
  private final Map<String, Map<String, Reading>> known = new ConcurrentHashMap<>();

  private record Reading(String source, Optional<AtlassianApiAuthSpec> spec) {}

  /**
   * Reads what stands in a cache.
   *
   * @param applicants the resources of a namespace
   */
  public Candidates(Function<String, List<Applicant>> applicants, SpecReader reader) {
    this.applicants = applicants;
    this.reader = reader;
  }

  @Override
  public List<Candidate> apply(String namespace) {
    Map<String, Reading> before = known.getOrDefault(namespace, Map.of());
    var now = new HashMap<String, Reading>();
    List<Candidate> candidates =
        applicants.apply(namespace).stream()
            .flatMap(applicant -> candidate(applicant, before, now).stream())
            .toList();
    known.put(namespace, Map.copyOf(now));
    return candidates;
  }

  private Optional<Candidate> candidate(
      Applicant applicant, Map<String, Reading> before, Map<String, Reading> now) {
    UncheckedApiAuth resource = applicant.resource();
    Optional<String> hash = policyHash(resource);
    if (hash.isEmpty()) return Optional.empty();
    ObjectMeta metadata = resource.getMetadata();
    String source = source(applicant);
    Reading held = before.get(metadata.getUid());
    Reading reading = held != null && held.source().equals(source) ? held : read(source);
    now.put(metadata.getUid(), reading);
    return reading
        .spec()
        .map(
            spec ->
                new Candidate(
                    metadata.getName(),
                    metadata.getNamespace(),
                    Precedence.of(metadata),
                    hash,
                    spec));
  }

  private static Optional<String> policyHash(UncheckedApiAuth resource) {
    return Optional.ofNullable(resource.getStatus())
        .flatMap(status -> Optional.ofNullable(status.policyHash()));
  }

  private String source(Applicant applicant) {
    return applicant
        .rendered()
        .flatMap(secret -> Published.read(secret).spec())
        .orElseGet(() -> reader.write(applicant.resource()));
  }

  private Reading read(String source) {
    return new Reading(
        source,
        reader.read(source) instanceof CheckedResource.Accepted(var resource)
            ? Optional.of(resource.spec())
            : Optional.empty());
  }
}
