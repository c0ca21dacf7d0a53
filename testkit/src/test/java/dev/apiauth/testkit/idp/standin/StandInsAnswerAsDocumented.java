package dev.apiauth.testkit.idp.standin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URLEncoder;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandInsAnswerAsDocumented {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StandInNetwork network = StandInNetwork.open(InstantSource.fixed(NOW));
  private final Caller caller = new Caller(network);
  private final Map<HostedProvider, ProviderStandIn> providers = new HashMap<>();

  @AfterAll
  void stop() {
    network.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void itSaysWhatTheVendorSays(DocumentedCase line) throws Exception {
    var provider = providers.computeIfAbsent(line.provider(), each -> each.startIn(network));
    var token =
        provider.issue(line.kind(), Person.alice().inMoreGroups(line.groups())).orElseThrow();

    var found = line.ask() == null ? claims(token) : answer(line, line.ask(), provider, token);

    if (line.says() != null) {
      JsonPart.contains(found, line.expected(), "");
    }
    assertThat(line.absent()).noneMatch(found::has);
  }

  private JsonNode answer(DocumentedCase line, String ask, ProviderStandIn provider, String token)
      throws IOException {
    var headers = new HashMap<String, String>();
    line.sent().forEach((name, value) -> headers.put(name, filled(value, provider, token)));

    var answer =
        caller.call(
            filled(ask, provider, URLEncoder.encode(token, UTF_8)),
            headers,
            filled(line.content(), provider, token));

    assertThat(answer.status()).as(answer.text()).isEqualTo(line.status());
    line.answeredHeaders()
        .forEach(
            (name, value) -> assertThat(answer.header(name).orElse("")).as(name).contains(value));
    return line.says() == null ? JSON.missingNode() : JSON.readTree(answer.text());
  }

  private static String filled(String text, ProviderStandIn provider, String token) {
    var client = provider.client().orElse(new ClientSecret("", ""));
    return text.replace("{token}", token)
        .replace("{id}", client.id())
        .replace("{secret}", client.secret())
        .replace("{basic}", client.basic());
  }

  private static JsonNode claims(String token) throws ParseException, IOException {
    return JSON.readTree(SignedJWT.parse(token).getPayload().toString());
  }

  static Stream<DocumentedCase> itSaysWhatTheVendorSays() throws IOException {
    try (var file = StandInsAnswerAsDocumented.class.getResourceAsStream("documented.yaml")) {
      return new YAMLMapper()
              .readValue(Objects.requireNonNull(file), new TypeReference<List<DocumentedCase>>() {})
              .stream();
    }
  }
}
