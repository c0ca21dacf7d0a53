package dev.apiauth.crd;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import dev.apiauth.policy.spec.AtlassianApiAuthSpec;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
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
@AdditionalPrinterColumn(name = "Product", jsonPath = ".spec.product")
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode")
@AdditionalPrinterColumn(
    name = "Ready",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].status")
@AdditionalPrinterColumn(name = "Pods", jsonPath = ".status.pods.summary")
@AdditionalPrinterColumn(name = "Policy", jsonPath = ".status.policyHash")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason")
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@AdditionalPrinterColumn(name = "Target", jsonPath = ".spec.targetRef.name", priority = 1)
@AdditionalPrinterColumn(
    name = "Protected",
    jsonPath = ".status.conditions[?(@.type==\"Protected\")].status",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Providers",
    jsonPath = ".status.conditions[?(@.type==\"ProvidersReady\")].status",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Message",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].message",
    priority = 1)
public class AtlassianApiAuth extends CustomResource<AtlassianApiAuthSpec, AtlassianApiAuthStatus>
    implements Namespaced {}
