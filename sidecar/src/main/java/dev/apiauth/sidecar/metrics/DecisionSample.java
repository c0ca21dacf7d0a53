package dev.apiauth.sidecar.metrics;

import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.sidecar.audit.Verdict;
import java.time.Duration;
import java.util.Optional;

/**
 * One decision, as it is counted.
 *
 * @param verdict what was decided
 * @param reason why; empty with ALLOW
 * @param pathClass what was asked for; empty if the request ended before that was known
 * @param took from the request's head to the decision
 */
public record DecisionSample(
    Verdict verdict, Optional<Reason> reason, Optional<PathClass> pathClass, Duration took) {}
