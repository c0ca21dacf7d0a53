package dev.apiauth.policy.document;

import dev.apiauth.policy.spec.AccessSpec;
import dev.apiauth.policy.spec.ClientIPSpec;
import dev.apiauth.policy.spec.CredentialsSpec;
import dev.apiauth.policy.spec.EnrolmentSpec;
import dev.apiauth.policy.spec.Mode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it is published: presets resolved, defaults filled in, nothing left to look up but
 * the secrets beside it.
 *
 * @param version the version of this form; a sidecar refuses one that it does not know
 * @param source the resource that it was made from
 * @param product the name of the product profile
 * @param mode whether refusals are carried out
 * @param upstream where the product listens, and how the world reaches it
 * @param clientIP how the client's address is told; absent where no address rule stands anywhere
 * @param providers the identity providers, in the order of the resource
 * @param credentials what else may prove who is calling
 * @param access who may call
 * @param deniedUsernames users that are never acted as
 * @param enrolment what a caller is told who has no token on file that can be used
 */
public record PolicyDocument(
    int version,
    PolicySource source,
    String product,
    Mode mode,
    UpstreamDocument upstream,
    @Nullable ClientIPSpec clientIP,
    List<ProviderDocument> providers,
    CredentialsSpec credentials,
    AccessSpec access,
    List<String> deniedUsernames,
    @Nullable EnrolmentSpec enrolment) {

  /** The version that this code writes, and the only one that it reads. */
  public static final int VERSION = 1;

  /** Lists are copied. A document that lacks a member is none. */
  public PolicyDocument {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(upstream, "upstream");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(access, "access");
    providers = List.copyOf(providers);
    deniedUsernames = List.copyOf(deniedUsernames);
  }
}
