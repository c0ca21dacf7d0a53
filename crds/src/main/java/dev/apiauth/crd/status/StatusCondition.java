package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * One aspect of how the resource is (Kubernetes API conventions, typical status properties).
 *
 * @param type what it is about
 * @param status True, False or Unknown
 * @param reason why, for programs
 * @param message why, and what to do about it, for people
 * @param lastTransitionTime when the status last changed, RFC 3339
 * @param observedGeneration the generation of the spec that it is about
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record StatusCondition(
    String type,
    String status,
    String reason,
    String message,
    String lastTransitionTime,
    @Nullable Long observedGeneration) {}
