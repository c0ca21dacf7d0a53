package dev.apiauth.operator.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * A resource as the API server sent it, its spec not read yet.
 *
 * <p>The spec stays a tree because a CRD may be newer than the operator: one resource with a field
 * or value that this operator does not know must not end the list of all others. It is checked, and
 * what is wrong with it reported, resource by resource.
 */
@Group("apiauth.dev")
@Version("v1alpha1")
@Kind("AtlassianApiAuth")
@Singular("atlassianapiauth")
@Plural("atlassianapiauths")
public class UncheckedApiAuth extends CustomResource<JsonNode, AtlassianApiAuthStatus>
    implements Namespaced {}
