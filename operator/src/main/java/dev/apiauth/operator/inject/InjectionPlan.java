package dev.apiauth.operator.inject;

/**
 * Everything that was decided about a pod. Whoever carries it out decides nothing more.
 *
 * @param resource the name of the resource that protects the pod
 * @param template what the installation and the resource say of the sidecar
 * @param productContainer the container that runs the product
 * @param facts what the pod itself says, as far as the sidecar must know it
 */
public record InjectionPlan(
    String resource, SidecarTemplate template, String productContainer, PodFacts facts) {}
