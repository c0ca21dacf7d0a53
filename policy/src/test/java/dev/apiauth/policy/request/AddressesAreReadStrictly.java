package dev.apiauth.policy.request;

import static dev.apiauth.policy.request.Judged.problem;
import static dev.apiauth.policy.request.Judged.read;
import static dev.apiauth.policy.request.Judged.socket;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** X4: a spelling that another program might read differently is no address. */
class AddressesAreReadStrictly {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
  void inTheFormsOfTheRfcs(String text, String canonical) {
    assertThat(read(IpAddress.parse(text))).hasToString(canonical);
    assertThat(read(IpAddress.parse(canonical))).isEqualTo(read(IpAddress.parse(text)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "addresses.csv", numLinesToSkip = 1)
  void asTheyComeFromASocket(String text) {
    assertThat(IpAddress.of(socket(text))).isEqualTo(read(IpAddress.parse(text)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvFileSource(
      resources = "awkward-addresses.csv",
      numLinesToSkip = 1,
      ignoreLeadingAndTrailingWhitespace = false)
  void andInNoOther(String why, String text) {
    assertThat(problem(IpAddress.parse(text))).as(why).contains("is no address");
  }

  @Test
  void soThatWhatIsWrittenIsWhatIsRead() {
    var random = new Random(4711);
    for (int i = 0; i < 5_000; i++) {
      var address = sparse(random);

      assertThat(IpAddress.of(socket(address.toString()))).isEqualTo(address);
      assertThat(read(IpAddress.parse(address.toString()))).isEqualTo(address);
    }
  }

  @Test
  void andQuotedShortlyWhenTheyAreNone() {
    assertThat(problem(IpAddress.parse("x".repeat(10_000) + "\u001b"))).hasSizeLessThan(200);
    assertThat(problem(IpAddress.parse("1\u001b[2J"))).doesNotContain("\u001b");
  }

  /** An IPv6 address with many groups that are 0, outside the ranges that embed IPv4. */
  private static IpAddress sparse(Random random) {
    long high = 0x2001_0000_0000_0000L;
    long low = 0;
    for (int i = 0; i < 3; i++) {
      high |= random.nextBoolean() ? (long) random.nextInt(1 << 16) << (16 * i) : 0;
      low |= random.nextBoolean() ? (long) random.nextInt(1 << 16) << (16 * (i + 1)) : 0;
    }
    return new IpAddress(IpAddress.Family.IPV6, high, low);
  }
}
