package dev.apiauth.policy.credential;

import dev.apiauth.policy.request.ClientAddress;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.ProductPath;
import java.time.Instant;

/**
 * Where, how and when a credential is presented.
 *
 * @param pathClass what kind of thing is asked for
 * @param method the method of the request
 * @param path the innermost path below the context path
 * @param client where the request comes from
 * @param now the instant of the request
 */
public record Circumstances(
    PathClass pathClass, String method, ProductPath path, ClientAddress client, Instant now) {}
