package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Required;
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
 */
public record AccessSpec(@Required GroupAccessSpec groups, @Nullable CidrAccessSpec cidrs) {}
