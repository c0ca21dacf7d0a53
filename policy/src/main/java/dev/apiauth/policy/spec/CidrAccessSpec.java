package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;

/**
 * From where calls may come.
 *
 * @param allow the networks, IPv4 or IPv6; a bare address is /32 or /128
 */
public record CidrAccessSpec(
    @Required @Size(min = 1, max = 1024) List<@Size(min = 2, max = 49) String> allow) {

  /** An absent list is empty. */
  public CidrAccessSpec {
    allow = Defaults.list(allow);
  }
}
