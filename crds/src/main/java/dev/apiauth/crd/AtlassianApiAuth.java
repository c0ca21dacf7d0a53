package dev.apiauth.crd;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * Token authentication in front of one self-hosted Atlassian product, in the namespace of its
 * workload.
 */
@Group("apiauth.dev")
@Version("v1alpha1")
@Singular("atlassianapiauth")
@Plural("atlassianapiauths")
@ShortNames("apiauth")
public class AtlassianApiAuth extends CustomResource<AtlassianApiAuthSpec, Void>
    implements Namespaced {}
