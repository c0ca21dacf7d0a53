/** What the kubelet and Prometheus ask: liveness, readiness, metrics. */
@NullMarked
package dev.apiauth.operator.health;

import org.jspecify.annotations.NullMarked;
