package dev.apiauth.sidecar.providers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.sidecar.scenario.Eventually;
import dev.apiauth.sidecar.scenario.SidecarProcess;
import dev.apiauth.testkit.idp.standin.ClientSecret;
import dev.apiauth.testkit.product.ProductSimulator;
import dev.apiauth.testkit.product.RunningProduct;
import dev.apiauth.testkit.product.record.SeenRequest;
import dev.apiauth.testkit.scenario.Client;
import dev.apiauth.testkit.scenario.Client.Answer;
import dev.apiauth.testkit.scenario.Manifest;
import dev.apiauth.testkit.scenario.PolicyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Jira behind a sidecar process that finds the hosted providers under their real names. */
final class GuardedJira implements AutoCloseable {

  static final String CALL = "/rest/api/2/project";

  private final RunningProduct product =
      ProductSimulator.jira().withUser("alice").withUser("svc-ci").start();
  private final PolicyFolder folder =
      PolicyFolder.in(Path.of(System.getProperty("java.io.tmpdir")));
  private final SidecarProcess sidecar;
  private final Client client;
  private Manifest resource;

  private GuardedJira(ProvidersInReach hosted, Manifest written) {
    for (String user : List.of("alice", "svc-ci")) {
      folder.putTokenOnFile(user, product.issueToken(user).value());
    }
    hosted.clients().forEach(this::putSecret);
    resource = written.with("/spec/upstream/port", product.port());
    folder.write(resource);
    sidecar =
        SidecarProcess.start(
            folder,
            List.of("-Djdk.net.hosts.file=" + hosted.network().hostsFile()),
            List.of(
                "--egress-allow=127.0.0.0/8",
                "--egress-certificates=" + hosted.network().caFile()));
    client = sidecar.client();
    awaitPolicy();
  }

  private void awaitPolicy() {
    try {
      Eventually.holds(
          () -> client.get("/status").send().status() == 200, "the policy is in force");
    } catch (AssertionError e) {
      throw new AssertionError("no policy: " + sidecar.printed(), e);
    }
  }

  /** With those providers, for those groups. */
  static GuardedJira trusting(
      ProvidersInReach hosted, Collection<Map<String, Object>> entries, List<String> groups) {
    return new GuardedJira(
        hosted, base().with("/spec/providers", entries).with("/spec/access/groups/allow", groups));
  }

  /** What all resources share. */
  static Manifest base() {
    return Manifest.of(text("resource.yaml"));
  }

  /** What a console hands out, as the provider's page says how to write it into a Secret. */
  private void putSecret(String name, ClientSecret known) {
    String secret = known.secret();
    String value = secret.startsWith("{") ? member(secret, "private_key") : secret;
    folder.putSecret(
        name,
        Manifest.of("{apiVersion: v1, kind: Secret}")
            .with("/metadata/name", name)
            .with("/stringData", Map.of("secret", value)));
  }

  private static String member(String json, String name) {
    try {
      return new JsonMapper().readTree(json).required(name).asText();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name) {
    try (var in = GuardedJira.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an edit; it is in force some time later. */
  void write(UnaryOperator<Manifest> edit) {
    resource = edit.apply(resource);
    folder.write(resource);
  }

  /** The guide's call, with that token. */
  Answer receives(String token) {
    return client.get(CALL).bearer(token).send();
  }

  Client client() {
    return client;
  }

  /** Every line that the sidecar printed. */
  List<String> printed() {
    return sidecar.printed();
  }

  /** The guide's calls that reached the product. */
  List<SeenRequest> reached() {
    return product.seen().stream().filter(seen -> seen.requestUri().endsWith(CALL)).toList();
  }

  void forget() {
    product.forget();
  }

  @Override
  public void close() {
    sidecar.close();
    product.close();
  }
}
