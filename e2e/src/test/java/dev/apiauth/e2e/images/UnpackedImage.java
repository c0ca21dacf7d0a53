package dev.apiauth.e2e.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An image tar, its layers laid over each other in a folder.
 *
 * @param root the image's files
 * @param config what the image says about how it is run (OCI image configuration, member config)
 */
record UnpackedImage(Path root, JsonNode config) {

  /** Unpacks what the build left of that module. */
  static UnpackedImage of(Path tar, Path folder) throws IOException, InterruptedException {
    run(List.of("tar", "-xf", tar.toString(), "-C", folder.toString()));
    JsonNode manifest = json(folder.resolve("manifest.json")).get(0);
    Path root = Files.createDirectories(folder.resolve("root"));
    for (JsonNode layer : manifest.get("Layers")) {
      String file = folder.resolve(layer.asText()).toString();
      run(List.of("tar", "-xzf", file, "--warning=no-unknown-keyword", "-C", root.toString()));
    }
    for (String mountPoint : List.of("proc", "dev", "tmp"))
      Files.createDirectories(root.resolve(mountPoint));
    return new UnpackedImage(
        root, json(folder.resolve(manifest.get("Config").asText())).get("config"));
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(file.toFile());
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0) throw new IOException(command + " ended with " + exit);
  }

  String user() {
    return config.get("User").asText();
  }

  List<String> entrypoint() {
    var words = new ArrayList<String>();
    config.get("Entrypoint").forEach(word -> words.add(word.asText()));
    return words;
  }

  /** Starts the image's program with those arguments, in a mount namespace of its own. */
  Process start(List<String> arguments) throws IOException {
    Path script = root.resolveSibling("run-read-only.sh");
    try (var text = UnpackedImage.class.getResourceAsStream("run-read-only.sh")) {
      Files.write(script, Objects.requireNonNull(text).readAllBytes());
    }
    var words =
        new ArrayList<>(
            List.of("unshare", "--mount", "sh", script.toString(), root.toString(), user()));
    words.addAll(entrypoint());
    words.addAll(arguments);
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().clear();
    return builder.start();
  }
}
