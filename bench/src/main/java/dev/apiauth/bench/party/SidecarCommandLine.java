package dev.apiauth.bench.party;

import dev.apiauth.sidecar.SidecarCommand;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the sidecar is started: a process of its own on this program's Java and class path, with one
 * event loop, the serial collector and a heap that fits a small container.
 *
 * @param javaOptions what is given to its Java beside that
 * @param policy its resource and Secrets
 * @param port where it listens
 */
record SidecarCommandLine(List<String> javaOptions, PolicyFolder policy, int port) {

  List<String> arguments() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx96m"));
    command.addAll(javaOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SidecarCommand.class.getName());
    command.addAll(
        List.of(
            "--resource", policy.resource().toString(), "--secrets", policy.secrets().toString()));
    command.addAll(List.of("--listen", "127.0.0.1:" + port));
    command.addAll(List.of("--probes", "127.0.0.1:0", "--operator-channel", "127.0.0.1:0"));
    command.addAll(List.of("--event-loops", "1", "--drain", "0"));
    return List.copyOf(command);
  }
}
