package dev.apiauth.testkit.kube.pod;

import java.time.Duration;

/** One attempt to find out how a container is; also a hook, which is done the same way. */
@FunctionalInterface
interface Check {

  /** Whether it succeeds within that time; never throws. */
  boolean passesWithin(Duration time);
}
