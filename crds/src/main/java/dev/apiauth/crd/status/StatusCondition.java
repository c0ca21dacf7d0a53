package dev.apiauth.crd.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
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
    @Required @Size(min = 1, max = 316) @Pattern(QUALIFIED_NAME) String type,
    @Required @Size(min = 4, max = 7) String status,
    @Required @Size(min = 1, max = 1024) @Pattern(REASON) String reason,
    @Required @Size(max = 32768) String message,
    @Required @Size(min = 20, max = 40) String lastTransitionTime,
    @Nullable @Min(0) Long observedGeneration) {

  // Both patterns are those of Condition in k8s.io/apimachinery, meta/v1.
  private static final String QUALIFIED_NAME =
      "^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?"
          + "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$";
  private static final String REASON = "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$";
}
