package dev.apiauth.testkit.kube.pod;

import dev.apiauth.testkit.kube.network.PodLink;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the checks of one container. A port that is named is looked up in the container itself; if
 * it is not there, the check fails, as the kubelet's does.
 */
record Checks(PodContainer container, Launch launch, PodLink link, String nodeAddress) {

  Check of(Probe probe) {
    if (probe.getHttpGet() != null) return http(probe.getHttpGet());
    if (probe.getTcpSocket() != null) return tcp(probe.getTcpSocket());
    return Optional.ofNullable(probe.getExec()).map(this::exec).orElse(_ -> false);
  }

  Check of(LifecycleHandler hook) {
    if (hook.getExec() != null) return exec(hook.getExec());
    if (hook.getHttpGet() != null) return http(hook.getHttpGet());
    return Optional.ofNullable(hook.getSleep())
        .<Check>map(sleep -> time -> slept(shorter(Duration.ofSeconds(sleep.getSeconds()), time)))
        .orElse(_ -> false);
  }

  private Check http(HTTPGetAction action) {
    return container
        .port(action.getPort())
        .<Check>map(port -> new HttpCheck(socket(), port, action))
        .orElse(_ -> false);
  }

  private Check tcp(TCPSocketAction action) {
    return container
        .port(action.getPort())
        .<Check>map(port -> time -> connects(port, time))
        .orElse(_ -> false);
  }

  private boolean connects(int port, Duration time) {
    try (var _ = socket().open(port, time)) {
      return true;
    } catch (IOException failure) {
      return false;
    }
  }

  private Check exec(ExecAction action) {
    var words = action.getCommand().stream().map(launch.mounts()::rewrite).toList();
    return new ExecCheck(link.inside(words), launch);
  }

  private NodeSocket socket() {
    return new NodeSocket(nodeAddress, link.address());
  }

  private static boolean slept(Duration time) {
    return !new Ending().within(time);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
