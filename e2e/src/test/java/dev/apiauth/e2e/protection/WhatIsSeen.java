package dev.apiauth.e2e.protection;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.e2e.cluster.Cluster;
import dev.apiauth.e2e.cluster.Team;
import dev.apiauth.testkit.kube.tool.Kubectl;
import dev.apiauth.testkit.scenario.Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Everything that apiauth shows to whoever may not read Secrets.
 *
 * @param cluster whose
 * @param team whose pod
 * @param pod an injected one that runs
 */
record WhatIsSeen(Cluster cluster, Team team, String pod) {

  private static final String SIDECAR = "apiauth-sidecar";

  /** The texts by the places where they are seen. */
  Map<String, String> everywhere() {
    var seen = new TreeMap<String, String>();
    seen.put("objects", objects());
    seen.put("log of the operator", read(cluster.operator().process().log()));
    seen.put("log of the sidecar", cluster.node().logs(team.namespace(), pod, SIDECAR));
    seen.put("metrics of the operator", metrics("127.0.0.1", probePort()));
    seen.put("metrics of the sidecar", metrics(address(), 15081));
    seen.put("process of the operator", operatorProcess());
    seen.put("process of the sidecar", sidecarProcess());
    return seen;
  }

  /** All objects of the cluster that are no Secrets, with the fields that kubectl hides. */
  private String objects() {
    String kinds =
        kubectl()
            .run("api-resources", "--verbs=list", "--output=name")
            .lines()
            .filter(kind -> !kind.equals("secrets"))
            .collect(Collectors.joining(","));
    return kubectl()
        .run("get", kinds, "--all-namespaces", "--show-managed-fields", "--output=json");
  }

  /** The Secrets of the cluster that hold it, with their namespaces. */
  List<String> secretsWith(Canary canary) {
    return team.admin().secrets().inAnyNamespace().list().getItems().stream()
        .filter(secret -> canary.isIn(team.admin().getKubernetesSerialization().asJson(secret)))
        .map(secret -> secret.getMetadata().getNamespace() + "/" + secret.getMetadata().getName())
        .sorted()
        .toList();
  }

  private int probePort() {
    return cluster.operatorSettings().probePort();
  }

  private String address() {
    return cluster.node().link(team.namespace(), pod).orElseThrow().address();
  }

  private static String metrics(String host, int port) {
    return new Client(URI.create("http://%s:%d".formatted(host, port)))
        .get("/metrics")
        .send()
        .body();
  }

  /** As Linux shows it. */
  private String operatorProcess() {
    Path process =
        Path.of("/proc").resolve(Long.toString(cluster.operator().process().process().pid()));
    return read(process.resolve("environ")) + read(process.resolve("cmdline"));
  }

  private String sidecarProcess() {
    return cluster.node().processes(team.namespace(), pod).stream()
        .filter(process -> process.container().equals(SIDECAR))
        .map(process -> process.command() + "\n" + process.environment())
        .collect(Collectors.joining("\n"));
  }

  private Kubectl kubectl() {
    return cluster.controlPlane().kubectl();
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
