package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.cli.ExitCode;
import dev.apiauth.cli.provider.CheckedThing.Verdict;
import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Format;
import dev.apiauth.cli.render.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a provider.
 *
 * @param provider its name in the resource
 * @param things each thing that was looked at
 * @param claims what a token says; absent without a test login
 * @param proposal how it could stand in a resource; absent without a test login
 */
record ProviderAnswer(
    String provider,
    List<CheckedThing> things,
    Optional<JsonNode> claims,
    Optional<Map<String, Object>> proposal)
    implements Answer {

  int exit() {
    if (has(Verdict.WRONG)) return ExitCode.FINDINGS;
    return has(Verdict.NOT_ANSWERED) ? ExitCode.NOT_ANSWERED : ExitCode.FINE;
  }

  private boolean has(Verdict verdict) {
    return things.stream().anyMatch(thing -> thing.verdict() == verdict);
  }

  @Override
  public String text() {
    var table = Table.of("WHAT", "VERDICT", "DETAIL");
    things.forEach(thing -> table.row(thing.name(), word(thing.verdict()), thing.detail()));
    return table.text()
        + claims.map(json -> "%nThe token says:%n%s%n".formatted(json.toPrettyString())).orElse("")
        + proposal.map(ProviderAnswer::proposed).orElse("");
  }

  private static String proposed(Map<String, Object> entry) {
    return "%nIn the resource, judged by this token:%n%s"
        .formatted(Format.YAML.render(new Snippet(entry)));
  }

  @Override
  public Object data() {
    return new Data(
        provider,
        things.stream()
            .map(thing -> new Thing(thing.name(), word(thing.verdict()), thing.detail()))
            .toList(),
        claims.orElse(null),
        proposal.orElse(null));
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private record Snippet(Map<String, Object> entry) implements Answer {

    @Override
    public String text() {
      return "";
    }

    @Override
    public Object data() {
      return Map.of("providers", List.of(entry));
    }
  }

  /** The answer for programs. */
  record Data(
      String provider,
      List<Thing> checks,
      @Nullable JsonNode claims,
      @Nullable Map<String, Object> proposal) {}

  /** One thing that was looked at. */
  record Thing(String name, String verdict, String detail) {}
}
