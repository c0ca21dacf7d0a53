package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Token authentication in front of one self-hosted Atlassian product.
 *
 * @param product the product by the name of its profile: Jira, Confluence or Bitbucket; cannot be
 *     changed later
 * @param targetRef the workload whose pods run the product; cannot be changed later
 * @param mode whether refusals are carried out
 * @param upstream where the product listens, and how the world reaches it
 * @param interception how the sidecar stands between the product and its callers
 * @param sidecar the sidecar's container
 * @param clientIP how the address of the client is told; required as soon as an address rule stands
 *     anywhere
 * @param providers the identity providers whose tokens are accepted, each by its exact issuer
 * @param credentials what else may prove who is calling, beside the providers' tokens
 * @param access who may call, once it is known who calls
 * @param identity how the product is made to act as the proven user; required as soon as there are
 *     providers or API tokens
 */
@ValidationRule(
    value =
        "has(self.identity) || ((!has(self.providers) || size(self.providers) == 0) &&"
            + " (!has(self.credentials) || !has(self.credentials.apiTokens)))",
    message =
        "a proven user must be acted as somehow. Add spec.identity: {type: PersonalAccessTokens,"
            + " personalAccessTokens: {secretSelector: {matchLabels: ...}}}",
    fieldPath = ".identity",
    reason = "FieldValueRequired")
@ValidationRule(
    value =
        "has(self.clientIP) || (!has(self.access.cidrs) && (!has(self.credentials) ||"
            + " !has(self.credentials.passwords) || !has(self.credentials.passwords.exceptions) ||"
            + " !self.credentials.passwords.exceptions.exists(one, has(one.cidrs))))",
    message =
        "address rules need to know the client's address. Add spec.clientIP: {type: DirectPeer} if"
            + " nothing stands in front of the pod, {type: XForwardedFor, xForwardedFor:"
            + " {trustedCIDRs: [...]}} with your ingress controllers' addresses otherwise",
    fieldPath = ".clientIP",
    reason = "FieldValueRequired")
public record AtlassianApiAuthSpec(
    @Required
        @Size(min = 1, max = 63)
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the product cannot be changed. Make a new resource for the other product, and"
                    + " delete this one")
        String product,
    @Required
        @ValidationRule(
            value = "self == oldSelf",
            message =
                "the target cannot be changed. Make a new resource for the other workload, and"
                    + " delete this one")
        TargetRef targetRef,
    @Default("Enforce") Mode mode,
    @Nullable UpstreamSpec upstream,
    @Nullable InterceptionSpec interception,
    @Nullable SidecarSpec sidecar,
    @Nullable ClientIPSpec clientIP,
    @Size(max = 16)
        @ValidationRule(
            value = "self.all(one, self.exists_one(other, other.name == one.name))",
            message =
                "two providers have the same name, which tells them apart in the audit log, metrics"
                    + " and status. Rename one of them")
        List<ProviderSpec> providers,
    @Nullable CredentialsSpec credentials,
    @Required AccessSpec access,
    @Nullable IdentitySpec identity) {

  /** Absent fields take their defaults, which are the safe choice. */
  public AtlassianApiAuthSpec {
    mode = Defaults.orElse(mode, Mode.Enforce);
    providers = Defaults.list(providers);
  }

  /** The interception section, its defaults where it is left out. */
  public InterceptionSpec interceptionOrDefault() {
    return Defaults.orElse(interception, InterceptionSpec.DEFAULT);
  }

  /** The credentials section, its defaults where it is left out. */
  public CredentialsSpec credentialsOrDefault() {
    return Defaults.orElse(credentials, CredentialsSpec.DEFAULT);
  }
}
