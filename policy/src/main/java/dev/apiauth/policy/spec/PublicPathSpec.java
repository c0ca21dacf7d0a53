package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * A path that needs no credential. One that is presented all the same is decided by.
 *
 * @param path below the context path: an exact path, or a pattern with * for a segment and ** for
 *     all below
 * @param methods for which methods; GET and HEAD where it is left out
 */
public record PublicPathSpec(
    @Required @Size(min = 1, max = 512) String path,
    @Size(min = 1, max = 8) List<@Size(min = 1, max = 16) @Pattern("^[A-Z]+$") String> methods) {

  /** Absent methods are those that only look. */
  public PublicPathSpec {
    methods = methods == null ? List.of("GET", "HEAD") : List.copyOf(methods);
  }
}
