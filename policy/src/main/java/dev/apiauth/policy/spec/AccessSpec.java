package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may call, once it is known who calls. Binds every request with an API credential, whatever
 * its path.
 *
 * <p>Not bound: browser sessions (see {@code credentials.sessions}), anonymous requests, health
 * checks.
 *
 * @param groups whose members may call; required, {@code ["*"]} stands for everybody who was proven
 * @param cidrs from where calls may come; needs {@code clientIP}, since an address is only as good
 *     as the proxy that reports it
 * @param publicPaths what needs no credential
 * @param protectedPaths what needs one although the product would show it to anybody: each path
 *     below the context path and all below it, or a pattern with * and **
 */
public record AccessSpec(
    @Required GroupAccessSpec groups,
    @Nullable CidrAccessSpec cidrs,
    @Size(min = 1, max = 256) List<PublicPathSpec> publicPaths,
    @Size(min = 1, max = 256) List<@Size(min = 1, max = 512) String> protectedPaths) {

  /** Absent lists are empty. */
  public AccessSpec {
    publicPaths = Defaults.list(publicPaths);
    protectedPaths = Defaults.list(protectedPaths);
  }
}
