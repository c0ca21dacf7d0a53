package dev.apiauth.operator.resolve;

import dev.apiauth.operator.gather.Observed;
import dev.apiauth.operator.gather.UncheckedApiAuth;
import dev.apiauth.operator.inject.Precedence;
import dev.apiauth.operator.render.Published;
import dev.apiauth.operator.status.Acceptance;
import dev.apiauth.policy.check.AtlassianApiAuthResource;
import dev.apiauth.policy.check.CheckedResource;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.EncodedPolicy;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.resolve.PolicyResolver;
import dev.apiauth.policy.resolve.Resolution;
import dev.apiauth.policy.resolve.SecretCapacity;
import dev.apiauth.policy.resolve.Surroundings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what is in force for a resource.
 *
 * <pre>
 * an older resource names the workload  -> Conflicted, the last good spec
 * schema or rules refuse it             -> Invalid,    the last good spec
 * it does not resolve, or is too large  -> Invalid,    the last good spec
 * else                                  -> Accepted,   the spec as it stands
 * </pre>
 *
 * <p>Whichever spec it is, it is rendered with the Secrets as they are now: what was revoked dies
 * although the resource is broken. Pure.
 */
public final class Judge {

  private final SpecReader reader;
  private final PolicyResolver resolver;
  private final PolicyCodec codec = new PolicyCodec();

  /** Judges by that check and those presets. */
  public Judge(SpecReader reader, PolicyResolver resolver) {
    this.reader = reader;
    this.resolver = resolver;
  }

  /** One of the rows above. */
  public Judgement judge(Observed observed, Published published) {
    Optional<UncheckedApiAuth> winner = winnerOver(observed);
    if (winner.isPresent()) {
      return standing(
          new Acceptance.Conflicted(winner.get().getMetadata().getName()), observed, published);
    }
    return switch (rendering(observed)) {
      case Rendering.Done(InForce inForce, List<Problem> warnings) ->
          new Judgement(new Acceptance.Accepted(warnings), Optional.of(inForce));
      case Rendering.Impossible(List<Problem> problems) ->
          standing(new Acceptance.Invalid(problems), observed, published);
    };
  }

  /** The resource that goes before the observed one; empty if that is the first itself. */
  private static Optional<UncheckedApiAuth> winnerOver(Observed observed) {
    Precedence own = precedence(observed.resource());
    return observed.rivals().stream()
        .min(Comparator.comparing(Judge::precedence))
        .filter(first -> precedence(first).compareTo(own) < 0);
  }

  private static Precedence precedence(UncheckedApiAuth resource) {
    return Precedence.of(resource.getMetadata());
  }

  private Judgement standing(Acceptance refused, Observed observed, Published published) {
    return new Judgement(
        refused,
        published
            .spec()
            .flatMap(
                source ->
                    render(source, reader.read(source), observed.surroundings())
                            instanceof Rendering.Done(var inForce, var w)
                        ? Optional.of(inForce)
                        : Optional.empty()));
  }

  private sealed interface Rendering {
    record Done(InForce inForce, List<Problem> warnings) implements Rendering {}

    record Impossible(List<Problem> problems) implements Rendering {}
  }

  private Rendering rendering(Observed observed) {
    return render(
        reader.write(observed.resource()),
        reader.read(observed.resource()),
        observed.surroundings());
  }

  private Rendering render(String source, CheckedResource checked, Surroundings surroundings) {
    return switch (checked) {
      case CheckedResource.Refused(List<Problem> problems) -> new Rendering.Impossible(problems);
      case CheckedResource.Accepted(AtlassianApiAuthResource resource) ->
          resolve(source, resource, surroundings);
    };
  }

  private Rendering resolve(
      String source, AtlassianApiAuthResource resource, Surroundings surroundings) {
    var from = new PolicySource(resource.namespace(), resource.name(), resource.generation());
    return switch (resolver.resolve(from, resource.spec(), surroundings)) {
      case Resolution.Refused(List<Problem> problems) -> new Rendering.Impossible(problems);
      case Resolution.Resolved(var set, List<Problem> problems) -> {
        EncodedPolicy policy = codec.encode(set);
        yield SecretCapacity.complaint(policy, source)
            .<Rendering>map(complaint -> new Rendering.Impossible(List.of(complaint)))
            .orElseGet(
                () ->
                    new Rendering.Done(
                        new InForce(resource.spec(), source, policy, references(problems).toList()),
                        problems.stream().filter(each -> !isReference(each)).toList()));
      }
    };
  }

  private static Stream<Problem> references(List<Problem> problems) {
    return problems.stream().filter(Judge::isReference);
  }

  /** Whether it is about a Secret and not about the resource itself. */
  private static boolean isReference(Problem problem) {
    return problem.field().startsWith("Secret ")
        || problem.field().startsWith("spec.identity.personalAccessTokens.secretSelector");
  }
}
