package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change on the way from a claim to a user name.
 *
 * @param type which change
 * @param domains with StripDomain: the domains that are removed; every other one is refused
 * @param pattern with Regex: an RE2 expression that the whole name must match, up to 1024
 *     characters
 * @param replacement with Regex: what stands instead, {@code $1} for the first group
 * @param entries with Map: the names and who they are in the product
 */
@ValidationRule(
    value = "(self.type == 'StripDomain') == has(self.domains)",
    message =
        "StripDomain names its domains, and only StripDomain has domains. A name from another"
            + " domain is refused",
    fieldPath = ".domains")
@ValidationRule(
    value = "(self.type == 'Regex') == has(self.pattern)",
    message = "Regex needs a pattern, and only Regex has one",
    fieldPath = ".pattern")
@ValidationRule(
    value = "(self.type == 'Regex') == has(self.replacement)",
    message = "Regex needs a replacement, $1 for the first group, and only Regex has one",
    fieldPath = ".replacement")
@ValidationRule(
    value = "(self.type == 'Map') == has(self.entries)",
    message = "Map needs entries, and only Map has entries",
    fieldPath = ".entries")
public record TransformSpec(
    @Required TransformType type,
    @Nullable @Size(min = 1, max = 64) List<@Size(min = 1, max = 253) String> domains,
    @Nullable @Size(min = 1, max = 1024) String pattern,
    @Nullable @Size(max = 253) String replacement,
    @Nullable @Size(min = 1, max = 1024) List<MapEntrySpec> entries) {}
