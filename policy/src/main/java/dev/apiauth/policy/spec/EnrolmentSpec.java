package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller without a usable personal access token on file is told.
 *
 * @param message what to do, in one or two sentences
 * @param url where to do it
 */
public record EnrolmentSpec(
    @Nullable @Size(min = 1, max = 512) String message,
    @Nullable @Size(min = 1, max = 1024) @Pattern("^https://.*$") String url) {}
