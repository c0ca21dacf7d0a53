package dev.apiauth.operator.tokens;

import dev.apiauth.crd.status.AtlassianApiTokenStatus;
import java.time.Duration;
import java.util.Optional;

/**
 * What a look at a token ends with.
 *
 * @param status the status to write; empty if it is the one that is there
 * @param lookAgain when to look again, though nothing changes
 */
record TokenOutcome(Optional<AtlassianApiTokenStatus> status, Duration lookAgain) {}
