package dev.apiauth.operator.observe;

import dev.apiauth.operator.names.PodParts;
import dev.apiauth.operator.observe.ObservedPod.SidecarPresence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks all pods of a workload at once. What cannot be found out is {@code Unknown}; nothing is
 * thrown. Keeps nothing: each call asks again.
 */
public final class PodObserver {

  private static final Logger LOG = LoggerFactory.getLogger(PodObserver.class);

  /** More than a question takes by itself. */
  private static final Duration IN_ALL = Duration.ofSeconds(5);

  private final SidecarChannel channel;
  private final DirectAccessProbe probe;
  private final Duration inAll;

  PodObserver(SidecarChannel channel, DirectAccessProbe probe, Duration inAll) {
    this.channel = channel;
    this.probe = probe;
    this.inAll = inAll;
  }

  /** Asks by these two, wherever pods listen. */
  public PodObserver(SidecarChannel channel, DirectAccessProbe probe) {
    this(channel, probe, IN_ALL);
  }

  /**
   * Asks at the ports of injected pods.
   *
   * @param credentials what the operator shows to sidecars and whom it trusts; asked anew for every
   *     question
   */
  public static PodObserver at(Supplier<ChannelCredentials> credentials) {
    return new PodObserver(
        new SidecarChannel(credentials, PodParts.CHANNEL_PORT),
        new DirectAccessProbe(PodParts.LISTENER_PORT));
  }

  /**
   * What the pods answer, in their order. Returns after five seconds at most, whatever they do; if
   * the thread is interrupted soon, with what is known by then.
   */
  public List<ObservedPod> observe(List<PodToObserve> pods) {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Asked> asked = pods.stream().map(pod -> ask(pod, threads)).toList();
      long deadline = System.nanoTime() + inAll.toNanos();
      return asked.stream().map(one -> one.observed(deadline)).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private Asked ask(PodToObserve pod, ExecutorService threads) {
    return new Asked(
        pod,
        isAnsweredAlready(pod) ? known(unasked(pod)) : threads.submit(enforcement(pod)),
        isAnsweredAlready(pod) ? known(assumed(pod)) : threads.submit(directAccess(pod)));
  }

  private static boolean isAnsweredAlready(PodToObserve pod) {
    return pod.sidecar() == SidecarPresence.MISSING || pod.address().isEmpty();
  }

  private static Enforcement unasked(PodToObserve pod) {
    return new Enforcement.Unknown(withoutAnswer(pod));
  }

  /** Without a sidecar there is nothing to get past. */
  private static DirectAccess assumed(PodToObserve pod) {
    return pod.sidecar() == SidecarPresence.MISSING && pod.productPort().isPresent()
        ? new DirectAccess.Answers(pod.productPort().getAsInt())
        : new DirectAccess.Unknown(withoutAnswer(pod));
  }

  private static String withoutAnswer(PodToObserve pod) {
    return pod.sidecar() == SidecarPresence.MISSING ? "it has no sidecar" : "it has no address yet";
  }

  private Callable<Enforcement> enforcement(PodToObserve pod) {
    return () -> channel.ask(pod.address().orElseThrow(), pod.sidecarHost());
  }

  private Callable<DirectAccess> directAccess(PodToObserve pod) {
    return () ->
        pod.productPort().isPresent()
            ? probe.probe(pod.address().orElseThrow(), pod.productPort().getAsInt())
            : new DirectAccess.Unknown(
                "none of its ports is named %s".formatted(PodParts.PRODUCT_HTTP));
  }

  private static <T> Future<T> known(T answer) {
    return CompletableFuture.completedFuture(answer);
  }

  /** A pod and the two questions that are under way to it. */
  private record Asked(
      PodToObserve pod, Future<Enforcement> enforcement, Future<DirectAccess> directAccess) {

    ObservedPod observed(long deadline) {
      return new ObservedPod(
          pod.name(),
          pod.address(),
          pod.sidecar(),
          answer(enforcement, deadline, Enforcement.Unknown::new),
          answer(directAccess, deadline, DirectAccess.Unknown::new));
    }

    private <T> T answer(Future<T> asked, long deadline, Function<String, T> unknown) {
      try {
        return asked.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException late) {
        return unknown.apply("asking it took too long");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return unknown.apply("asking it was broken off");
      } catch (ExecutionException e) {
        LOG.warn("pod {} cannot be asked", pod.name(), e.getCause());
        return unknown.apply("asking it failed");
      }
    }
  }
}
