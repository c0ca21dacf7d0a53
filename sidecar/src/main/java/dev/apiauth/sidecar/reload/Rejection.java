package dev.apiauth.sidecar.reload;

import java.time.Instant;

/**
 * A set that was refused; what was in force before still is.
 *
 * @param at when it was first refused
 * @param why what is wrong with it; quotes no content
 */
public record Rejection(Instant at, String why) {}
