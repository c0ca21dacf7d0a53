package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of processor time and memory, as Kubernetes writes them.
 *
 * @param cpu in processors ({@code 0.5}, {@code 2}) or thousandths of one ({@code 500m})
 * @param memory in bytes, mostly with a unit: {@code 256Mi}, {@code 1Gi}, {@code 300M}
 */
public record ResourceAmountsSpec(
    @Nullable @Size(min = 1, max = 8) @Pattern("^([0-9]{1,6}m|[0-9]{1,3}([.][0-9]{1,3})?)$")
        String cpu,
    @Nullable
        @Size(min = 1, max = 16)
        @Pattern("^([0-9]{1,12}|[0-9]{1,9}([.][0-9]{1,3})?(k|M|G|Ki|Mi|Gi))$")
        String memory) {}
