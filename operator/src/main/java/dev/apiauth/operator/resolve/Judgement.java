package dev.apiauth.operator.resolve;

import dev.apiauth.operator.status.Acceptance;
import java.util.Optional;

/**
 * What was decided about a resource.
 *
 * @param acceptance whether what stands in the API server is taken
 * @param inForce what is to be enforced: the resource as it stands, or as it was last accepted;
 *     empty if nothing ever was, or if what was cannot be rendered: then what is published stays as
 *     it is
 */
public record Judgement(Acceptance acceptance, Optional<InForce> inForce) {}
