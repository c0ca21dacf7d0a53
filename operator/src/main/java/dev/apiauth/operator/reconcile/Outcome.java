package dev.apiauth.operator.reconcile;

import dev.apiauth.crd.status.AtlassianApiAuthStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What a reconciliation ends with.
 *
 * @param status the status to write; empty if it is the one that is there
 * @param lookAgain when to look again, though nothing changes
 */
record Outcome(Optional<AtlassianApiAuthStatus> status, Duration lookAgain) {}
