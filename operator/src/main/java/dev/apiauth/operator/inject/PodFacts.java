package dev.apiauth.operator.inject;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What of a pod shapes the sidecar in it.
 *
 * @param upstream where the product listens and how the world reaches it
 * @param user the user id that the sidecar must ask for; empty where the image's own may stay,
 *     which is wanted, since OpenShift gives each namespace its own range
 * @param preStopSeconds how long an ordinary container waits before it is told to end, so that
 *     whoever routes here learns of it; empty where the pod's grace period leaves no time
 */
public record PodFacts(UpstreamFacts upstream, OptionalLong user, OptionalInt preStopSeconds) {}
