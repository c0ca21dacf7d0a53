package dev.apiauth.operator.gather;

import io.fabric8.kubernetes.api.model.Secret;
import java.util.Optional;

/**
 * A resource that may protect a pod, for the webhook. Objects in it are the caches' own; they must
 * not be changed.
 *
 * @param resource the resource
 * @param rendered the Secret that its policy was rendered into
 */
public record Applicant(UncheckedApiAuth resource, Optional<Secret> rendered) {

  @Override
  public String toString() {
    return "Applicant[%s]".formatted(resource.getMetadata().getName());
  }
}
