package dev.apiauth.sidecar.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.policy.egress.EgressAllowance;
import dev.apiauth.policy.egress.EgressRules;
import dev.apiauth.testkit.vectors.SharedVectors;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 5-security 4.4: what a name resolves to is checked before the connection, all of it, each time;
 * nothing is sent where it must not go.
 */
class ARebindingNameServerChangesNothing {

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger lookups = new AtomicInteger();
  private int port;

  @BeforeEach
  void start() throws Exception {
    port =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connections.incrementAndGet())
            .requestHandler(
                request ->
                    request.response().putHeader("Content-Type", "application/json").end("{}"))
            .listen(0, "127.0.0.1")
            .await(5, TimeUnit.SECONDS)
            .actualPort();
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(5, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "169.254.169.254",
        "10.0.0.1",
        "::1",
        "fd00:ec2::254",
        "0.0.0.0",
        "64:ff9b::7f00:1"
      })
  void aNameThatLeadsInsideIsNotAsked(String address) throws Exception {
    var answer = get(List.of(), address);

    assertThat(answer)
        .isInstanceOfSatisfying(
            EgressAnswer.Failed.class,
            failed ->
                assertThat(failed.because()).startsWith("it is not asked: its name leads to"));
    assertThat(connections).hasValue(0);
  }

  @Test
  void oneBadAddressAmongGoodOnesIsEnough() throws Exception {
    assertThat(get(List.of("127.0.0.0/8"), "127.0.0.1", "169.254.169.254"))
        .isInstanceOf(EgressAnswer.Failed.class);
    assertThat(get(List.of("127.0.0.0/8"), "10.0.0.1", "127.0.0.1"))
        .isInstanceOf(EgressAnswer.Failed.class);
    assertThat(connections).hasValue(0);
  }

  @Test
  void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
    HostResolver rebinding =
        name -> resolve(lookups.incrementAndGet() == 1 ? "127.0.0.1" : "169.254.169.254");

    try (var client = client(List.of("127.0.0.0/8"), rebinding)) {
      assertThat(get(client)).isInstanceOf(EgressAnswer.Document.class);
      assertThat(lookups).hasValue(1);
      assertThat(get(client)).as("checked again").isInstanceOf(EgressAnswer.Failed.class);
      assertThat(connections).hasValue(1);
    }
  }

  @Test
  void theNextAddressIsTriedWhereNobodyListens() throws Exception {
    assertThat(get(List.of("127.0.0.0/8"), "127.0.0.2", "127.0.0.1"))
        .isInstanceOf(EgressAnswer.Document.class);
  }

  @Test
  void aNameWithoutAddressIsASentence() throws Exception {
    HostResolver nobody = name -> Future.failedFuture(new UnknownHostException(name));

    try (var client = client(List.of(), nobody)) {
      assertThat(get(client)).isEqualTo(new EgressAnswer.Failed("its host name does not resolve"));
    }
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void noSpellingOfTheVectorsIsEvenResolved(String url) throws Exception {
    HostResolver counting = name -> resolve("127.0.0." + lookups.incrementAndGet());
    var rules = new EgressRules(EgressAllowance.none());

    try (var client = new EgressClient(vertx, rules, counting, TrustAnchors.ofJvm())) {
      assertThat(client.get(url).await(10, TimeUnit.SECONDS))
          .isInstanceOf(EgressAnswer.Failed.class);
      assertThat(lookups).hasValue(0);
    }
  }

  static Stream<String> spellings() throws IOException {
    var vectors =
        new ObjectMapper()
            .readTree(SharedVectors.file("payloads-all-the-things/ssrf-urls.json").toFile());
    return StreamSupport.stream(vectors.get("urls").spliterator(), false).map(JsonNode::asText);
  }

  private EgressAnswer get(List<String> cidrs, String... addresses) throws Exception {
    try (var client = client(cidrs, name -> resolve(addresses))) {
      return get(client);
    }
  }

  private EgressAnswer get(EgressClient client) throws Exception {
    return client.get("http://idp.example:" + port + "/").await(10, TimeUnit.SECONDS);
  }

  private EgressClient client(List<String> cidrs, HostResolver resolver) {
    var allowance = Stream.concat(cidrs.stream(), Stream.of("http://idp.example:" + port)).toList();
    return new EgressClient(
        vertx, new EgressRules(EgressAllowance.of(allowance)), resolver, TrustAnchors.ofJvm());
  }

  private static Future<List<InetAddress>> resolve(String... addresses) {
    return Future.succeededFuture(Arrays.stream(addresses).map(InetAddress::ofLiteral).toList());
  }
}
