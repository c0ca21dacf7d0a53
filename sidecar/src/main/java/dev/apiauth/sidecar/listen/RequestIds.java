package dev.apiauth.sidecar.listen;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Names requests: a part that this process drew at its start, and a number. Short enough to be read
 * out on the phone; unique in this process, and in practice among all replicas. Not a secret.
 */
public final class RequestIds {

  private static final int RADIX = Character.MAX_RADIX;
  private static final int PROCESSES = RADIX * RADIX * RADIX * RADIX * RADIX;

  private final String process;
  private final AtomicLong number = new AtomicLong();

  /** Ids that begin with {@code process}. */
  public RequestIds(String process) {
    this.process = process + "-";
  }

  /** Ids of a process that draws its part: five letters and digits. */
  public static RequestIds ofThisProcess() {
    int drawn = PROCESSES + new SecureRandom().nextInt(PROCESSES);
    return new RequestIds(Integer.toString(drawn, RADIX).substring(1));
  }

  /** The next id, for example {@code k3f9a-1z}. */
  public String next() {
    return process + Long.toString(number.incrementAndGet(), RADIX);
  }
}
