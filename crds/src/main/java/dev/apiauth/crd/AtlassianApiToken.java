package dev.apiauth.crd;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import dev.apiauth.policy.spec.AtlassianApiTokenSpec;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Singular;
import io.fabric8.kubernetes.model.annotation.Version;

/**
 * An API token for one user of one product, in the namespace of the AtlassianApiAuth that accepts
 * it.
 */
@Group("apiauth.dev")
@Version("v1alpha1")
@Singular("atlassianapitoken")
@Plural("atlassianapitokens")
@ShortNames("apitoken")
@AdditionalPrinterColumn(name = "User", jsonPath = ".spec.username")
@AdditionalPrinterColumn(name = "Policy", jsonPath = ".spec.policyRef.name")
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".status.expiresAt")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Id", jsonPath = ".status.tokenId", priority = 1)
@AdditionalPrinterColumn(name = "Secret", jsonPath = ".status.secretName", priority = 1)
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].message",
    priority = 1)
public class AtlassianApiToken
    extends CustomResource<AtlassianApiTokenSpec, AtlassianApiTokenStatus> implements Namespaced {}
