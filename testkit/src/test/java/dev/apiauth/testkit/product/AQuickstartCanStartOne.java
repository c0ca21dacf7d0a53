package dev.apiauth.testkit.product;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command line prints where the product is and how to call it. */
class AQuickstartCanStartOne {

  @Test
  void inAProcessOfItsOwn() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProductMain.class.getName(),
                "--product",
                "Confluence",
                "--context-path",
                "/wiki",
                "--user",
                "alice",
                "--user",
                "bob:builder")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      var started = JsonMapper.builder().build().readTree(out.readLine());

      assertThat(started.path("baseUri").asText())
          .isEqualTo("http://127.0.0.1:" + started.path("port").asInt() + "/wiki");
      assertThat(started.path("tokens").path("alice").asText()).hasSize(44);
      assertThat(started.path("tokens").has("bob")).isTrue();
    } finally {
      process.destroy();
    }
  }
}
