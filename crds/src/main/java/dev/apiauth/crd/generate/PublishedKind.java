package dev.apiauth.crd.generate;

import dev.apiauth.crd.AtlassianApiAuth;
import dev.apiauth.crd.AtlassianApiToken;
import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import io.fabric8.kubernetes.client.CustomResource;
import java.nio.file.Path;
import java.util.List;

/**
 * A kind of resource, and the file that its CRD is committed as.
 *
 * @param resource the resource
 * @param spec what users write
 * @param status what the operator writes
 * @param file the committed file, from the folder of the checkout
 */
record PublishedKind(
    Class<? extends CustomResource<?, ?>> resource, Class<?> spec, Class<?> status, Path file) {

  /** The policy in front of a product. */
  static final PublishedKind POLICY =
      new PublishedKind(
          AtlassianApiAuth.class,
          AtlassianApiAuthSpec.class,
          AtlassianApiAuthStatus.class,
          Path.of("crds", "atlassianapiauths.apiauth.dev.yaml"));

  /** An API token. */
  static final PublishedKind TOKEN =
      new PublishedKind(
          AtlassianApiToken.class,
          AtlassianApiTokenSpec.class,
          AtlassianApiTokenStatus.class,
          Path.of("crds", "atlassianapitokens.apiauth.dev.yaml"));

  /** Every kind. */
  static final List<PublishedKind> ALL = List.of(POLICY, TOKEN);

  /** Where its CRD is committed. */
  Path committed(Path checkout) {
    return checkout.resolve(file);
  }

  @Override
  public String toString() {
    return resource.getSimpleName();
  }
}
