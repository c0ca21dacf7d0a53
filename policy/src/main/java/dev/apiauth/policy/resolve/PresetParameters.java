package dev.apiauth.policy.resolve;

import com.google.re2j.Pattern;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.preset.ProviderPreset.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a preset, checked, ready to be filled into its URLs. */
final class PresetParameters {

  private final Map<String, String> values;

  private PresetParameters(Map<String, String> values) {
    this.values = values;
  }

  /** Empty if one is missing, malformed or unknown; each is then a finding. */
  static Optional<PresetParameters> of(
      ProviderPreset preset, Map<String, String> given, String field, Findings findings) {
    boolean complete = true;
    for (Parameter parameter : preset.parameters()) {
      String place = "%s.%s".formatted(field, parameter.name());
      complete &= isGood(parameter, given.get(parameter.name()), place, findings);
    }
    Set<String> known =
        preset.parameters().stream().map(Parameter::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(given.keySet())) {
      complete &= isKnown(name, known, preset, field, findings);
    }
    return complete ? Optional.of(new PresetParameters(given)) : Optional.empty();
  }

  private static boolean isGood(
      Parameter parameter, @Nullable String value, String field, Findings findings) {
    String mend = "Write it like %s: \"%s\"".formatted(parameter.name(), parameter.example());
    if (value == null) {
      findings.error(field, "the preset needs this parameter", mend);
      return false;
    }
    if (Pattern.matches(parameter.pattern(), value)) return true;
    findings.error(
        field, "\"%s\" does not look like a %s".formatted(value, parameter.name()), mend);
    return false;
  }

  private static boolean isKnown(
      String name, Set<String> known, ProviderPreset preset, String field, Findings findings) {
    if (known.contains(name)) return true;
    String mend =
        known.isEmpty()
            ? "A provider with a type has no parameters. Remove it"
            : "%s knows %s. Correct or remove it"
                .formatted(preset.name(), String.join(", ", new TreeSet<>(known)));
    findings.error("%s.%s".formatted(field, name), "there is no such parameter", mend);
    return false;
  }

  String fill(String template) {
    String filled = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  @Nullable String fillOptional(@Nullable String template) {
    return template == null ? null : fill(template);
  }
}
