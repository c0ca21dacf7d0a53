package dev.apiauth.testkit.playground.cluster;

import dev.apiauth.testkit.kube.tool.Kubectl;
import dev.apiauth.testkit.kube.tool.ToolResult;
import dev.apiauth.testkit.playground.EditedFile;
import dev.apiauth.testkit.playground.Example;
import dev.apiauth.testkit.playground.Ports;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Where somebody sits who edits the resources and applies them with kubectl.
 *
 * @param kubectl as the administrator
 * @param examples the folder with the resources as they are committed
 * @param folder where they are edited
 * @param keycloakOrigin where pods reach the identity provider
 */
record Desk(Kubectl kubectl, Path examples, Path folder, URI keycloakOrigin) {

  /** Where the products and their resources are. */
  static final String NAMESPACE = "atlassian";

  private static final String IN_NAMESPACE = "--namespace=" + NAMESPACE;

  /** The resource as a file to be edited and applied again. */
  EditedFile resource(Example example) {
    return new EditedFile(folder.resolve(fileName(example)));
  }

  /** Puts the example where it is edited, with Keycloak's address on this machine, and applies. */
  void applyExample(Example example) {
    String text = new EditedFile(examples.resolve(fileName(example))).text();
    resource(example)
        .write(text.replace("http://127.0.0.1:" + Ports.KEYCLOAK, keycloakOrigin.toString()));
    applyResource(example);
  }

  /** Applies the resource as the file has it. */
  void applyResource(Example example) {
    apply(resource(example).text());
  }

  /** The same where it may be refused. */
  ToolResult tryToApplyResource(Example example) {
    return kubectl.attempt("apply", "--filename=" + resource(example).path());
  }

  /** Applies the product's StatefulSet and Service. */
  void applyWorkload(Example example) {
    apply(new EditedFile(examples.resolve("workloads").resolve(fileName(example))).text());
  }

  /** Applies the API tokens for that product. */
  void applyTokens(Example example) {
    apply(new EditedFile(examples.resolve("tokens").resolve(fileName(example))).text());
  }

  /** Waits until each API token has a value that its policy accepts. */
  String awaitTokens() {
    return await("--for=condition=Ready", "--all", "atlassianapitokens");
  }

  /** What {@code kubectl get} says of the API tokens. */
  String tokens() {
    return kubectl.run("get", "atlassianapitokens", IN_NAMESPACE);
  }

  /** The value of an API token, as its Secret has it. */
  String valueOf(String token) {
    String data =
        kubectl.run(
            "get",
            "secret/" + token + "-api-token",
            IN_NAMESPACE,
            "--output=jsonpath={.data.token}");
    return new String(Base64.getDecoder().decode(data.strip()), StandardCharsets.US_ASCII);
  }

  /** Deletes an API token, which revokes it. */
  void deleteToken(String token) {
    kubectl.run("delete", "atlassianapitoken/" + token, IN_NAMESPACE);
  }

  void apply(String manifest) {
    kubectl.runWith(manifest, "apply", "--filename=-");
  }

  /**
   * Waits for it at all resources.
   *
   * @param condition such as {@code Ready}
   * @throws IllegalStateException with what kubectl says if it does not come in two minutes
   */
  String awaitEverywhere(String condition) {
    return await("--for=condition=" + condition, "--all", "atlassianapiauths");
  }

  /** Waits until the resource is not accepted, and returns the reason in words. */
  String awaitComplaint(Example example) {
    String name = "atlassianapiauth/" + example.key();
    await("--for=condition=Accepted=False", name);
    return kubectl.run(
        "get",
        name,
        IN_NAMESPACE,
        "--output=jsonpath={.status.conditions[?(@.type==\"Accepted\")].message}");
  }

  private String await(String what, String... resources) {
    var words = new ArrayList<>(List.of("wait", what, "--timeout=120s"));
    words.add(IN_NAMESPACE);
    words.addAll(List.of(resources));
    return kubectl.run(words.toArray(String[]::new));
  }

  /** What {@code kubectl get} says of the resources. */
  String overview() {
    return kubectl.run("get", "atlassianapiauths", IN_NAMESPACE);
  }

  private static String fileName(Example example) {
    return example.key() + ".yaml";
  }
}
