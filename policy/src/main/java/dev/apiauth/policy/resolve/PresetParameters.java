package dev.apiauth.policy.resolve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.re2j.Pattern;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.preset.ProviderPreset.Count;
import dev.apiauth.policy.preset.ProviderPreset.Parameter;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a preset, checked, ready to be filled into its places. */
final class PresetParameters {

  /** The place of the client's id. It is no parameter: the resource says it in {@code client}. */
  static final String CLIENT_ID = "clientId";

  private final Map<String, List<String>> values;

  private PresetParameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Empty if one is missing, malformed or unknown, each of which is a finding then; or if the
   * client is missing whose id has a place.
   */
  static Optional<PresetParameters> of(ProviderDraft draft, String field, Findings findings) {
    Map<String, String> given = draft.spec().parameters();
    Set<String> asked = draft.places();
    boolean complete = !asked.contains(CLIENT_ID) || draft.clientId().isPresent();
    var values = new TreeMap<String, List<String>>();
    for (Parameter parameter : draft.preset().parameters()) {
      String place = "%s.%s".formatted(field, parameter.name());
      String value = given.getOrDefault(parameter.name(), parameter.byDefault());
      if (value == null && !asked.contains(parameter.name())) continue;
      complete &= isGood(parameter, value, place, findings);
      if (value != null) values.put(parameter.name(), spellings(parameter, value));
    }
    for (String name : new TreeSet<>(given.keySet())) {
      complete &= isKnown(name, draft.preset(), field, findings);
    }
    draft.clientId().ifPresent(id -> values.put(CLIENT_ID, List.of(encoded(id))));
    return complete ? Optional.of(new PresetParameters(values)) : Optional.empty();
  }

  private static List<String> several(Parameter parameter, String value) {
    return parameter.count() == Count.Several
        ? Arrays.stream(value.split(",", -1)).map(String::strip).distinct().toList()
        : List.of(value);
  }

  private static List<String> spellings(Parameter parameter, String value) {
    List<String> given = several(parameter, value);
    return switch (parameter.spelling()) {
      case AsGiven -> given;
      case AsGivenOrLowerCase ->
          given.stream()
              .flatMap(one -> Stream.of(one, one.toLowerCase(Locale.ROOT)))
              .distinct()
              .toList();
    };
  }

  private static boolean isGood(
      Parameter parameter, @Nullable String value, String field, Findings findings) {
    String mend = "Write it like %s: \"%s\"".formatted(parameter.name(), parameter.example());
    if (value == null) {
      findings.error(field, "the preset needs this parameter", mend);
      return false;
    }
    Optional<String> odd =
        several(parameter, value).stream()
            .filter(one -> !Pattern.matches(parameter.pattern(), one))
            .findFirst();
    odd.ifPresent(
        one ->
            findings.error(
                field, "\"%s\" does not look like a %s".formatted(one, parameter.name()), mend));
    return odd.isEmpty();
  }

  private static boolean isKnown(
      String name, ProviderPreset preset, String field, Findings findings) {
    Set<String> known =
        preset.parameters().stream()
            .map(Parameter::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (known.contains(name)) return true;
    String mend =
        known.isEmpty()
            ? "%s has no parameters. Remove it".formatted(preset.name())
            : "%s knows %s. Correct or remove it"
                .formatted(preset.name(), String.join(", ", known));
    findings.error("%s.%s".formatted(field, name), "there is no such parameter", mend);
    return false;
  }

  /** A client id is any text, and stands in a path. */
  private static String encoded(String clientId) {
    return URLEncoder.encode(clientId, UTF_8).replace("+", "%20");
  }

  /** The text with its places filled; where there are several values, with the first. */
  String fill(String template) {
    String filled = template;
    for (Map.Entry<String, List<String>> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue().getFirst());
    }
    return filled;
  }

  /** The text once for each value of a place in it. */
  Stream<String> each(String template) {
    return values.entrySet().stream()
        .filter(value -> template.contains("{" + value.getKey() + "}"))
        .filter(value -> value.getValue().size() > 1)
        .findFirst()
        .map(
            value ->
                value.getValue().stream()
                    .map(one -> fill(template.replace("{" + value.getKey() + "}", one))))
        .orElseGet(() -> Stream.of(fill(template)));
  }

  VerificationDocument fill(VerificationDocument verification) {
    return Filling.every(verification, VerificationDocument.class, this::fill);
  }

  LookupDocument fill(LookupDocument lookup) {
    return Filling.every(lookup, LookupDocument.class, this::fill);
  }

  RequiredClaimSpec fill(RequiredClaimSpec required) {
    return new RequiredClaimSpec(
        fill(required.claim()), required.anyOf().stream().flatMap(this::each).toList());
  }
}
