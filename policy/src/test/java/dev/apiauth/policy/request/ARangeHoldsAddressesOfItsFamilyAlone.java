package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.problem;
import static dev.apiauth.policy.request.Judged.ranges;
import static dev.apiauth.policy.request.Judged.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apiauth.testkit.vectors.SharedVectors;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** X5. */
class ARangeHoldsAddressesOfItsFamilyAlone {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, ::cb00:7109",
    "0.0.0.0/0, 64:ff9b::cb00:7109",
    "203.0.113.0/24, 64:ff9b::cb00:7109",
    "203.0.113.0/24, 2002:cb00:7109::",
    "203.0.113.0/24, ::cb00:7109",
    "::/0, 203.0.113.9",
    "::cb00:7100/120, 203.0.113.9",
    "64:ff9b::/96, 203.0.113.9"
  })
  void howeverAnIpv4AddressIsWrapped(String range, String address) {
    assertThat(read(Cidr.parse(range)).contains(read(IpAddress.parse(address)))).isFalse();
    assertThat(ranges(range).contains(read(IpAddress.parse(address)))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 203.0.113.9",
    "::/0, 2001:db8::1",
    "203.0.113.9, 203.0.113.9",
    "203.0.113.9/24, 203.0.113.255",
    "2001:db8::1/32, 2001:db8:ffff::",
    "64:ff9b::/96, 64:ff9b::cb00:7109",
    "2001:db8::/64, 2001:db8::ffff:ffff:ffff:ffff",
    "::/0, ffff::ffff"
  })
  void fromTheFirstToTheLast(String range, String address) {
    assertThat(ranges(range).contains(read(IpAddress.parse(address)))).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "bad-ranges.csv", numLinesToSkip = 1)
  void orIsRefusedWithASentence(String text, String sentence) {
    assertThat(problem(Cidr.parse(text))).isEqualTo(sentence);
  }

  @Test
  void asTomcatsOwnTableSays() throws IOException {
    var rows = netmasks().toList();

    assertThat(rows).hasSizeGreaterThan(30).allSatisfy(this::judge);
  }

  private void judge(JsonNode row) {
    var range = Cidr.parse(row.get("cidr").textValue());
    if (!row.get("cidr_valid").booleanValue()) {
      assertThat(problem(range)).isNotEmpty();
      return;
    }
    var address = read(IpAddress.parse(row.get("address").textValue()));
    boolean matches = row.get("matches").booleanValue();
    assertThat(read(range).contains(address)).as(row.toString()).isEqualTo(matches);
    assertThat(CidrSet.of(List.of(read(range))).contains(address)).isEqualTo(matches);
  }

  /** Tomcat's rows without those that write a port behind a semicolon. */
  private static Stream<JsonNode> netmasks() throws IOException {
    var file = SharedVectors.file("apache-tomcat/netmask.json").toFile();
    return StreamSupport.stream(new ObjectMapper().readTree(file).get("cases").spliterator(), false)
        .filter(row -> !row.get("cidr").textValue().contains(";"))
        .filter(row -> !row.get("address").asText().contains(";"));
  }

  @Test
  void aloneAsAmongTenThousand() {
    var random = new Random(10_000);
    var each = IntStream.range(0, 10_000).mapToObj(i -> range(random)).toList();
    var all = CidrSet.of(each);

    for (int i = 0; i < 1_000; i++) {
      var address = address(random);
      var expected = each.stream().anyMatch(range -> range.contains(address));
      assertThat(all.contains(address)).as(address.toString()).isEqualTo(expected);
    }
  }

  @Test
  void andNoRangeHoldsNothing() {
    assertThat(CidrSet.of(List.of()).isEmpty()).isTrue();
    assertThat(ranges().contains(read(IpAddress.parse("::")))).isFalse();
  }

  private static Cidr range(Random random) {
    var address = address(random);
    int longest = address.family().bits();
    return new Cidr(address, longest - random.nextInt(12));
  }

  /** Out of so few that about every second one is in a range. */
  private static IpAddress address(Random random) {
    long low = random.nextInt(1 << 26);
    return random.nextBoolean()
        ? new IpAddress(IpAddress.Family.IPV4, 0, low)
        : new IpAddress(IpAddress.Family.IPV6, 0x2001_0db8_0000_0000L, low);
  }
}
