package dev.apiauth.operator.observe;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apiauth.policy.document.Acknowledgement;
import dev.apiauth.policy.document.Acknowledgement.ProviderReport;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a sidecar answers. Members that are not known are a newer sidecar's and ignored; all
 * else that does not fit is no acknowledgement, since it would end up in the status, where the API
 * server accepts it or refuses the whole.
 */
final class AcknowledgementReading {

  private static final Pattern HASH = Pattern.compile("([0-9a-f]{64})?");
  private static final Pattern PROVIDER = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final int MOST_PROVIDERS = 16;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private AcknowledgementReading() {}

  static Enforcement read(byte[] json) {
    try {
      return Optional.ofNullable(JSON.readValue(json, Acknowledgement.class))
          .filter(AcknowledgementReading::fits)
          .<Enforcement>map(Enforcement.Acknowledged::new)
          .orElse(malformed());
    } catch (IOException e) {
      return malformed();
    }
  }

  private static boolean fits(Acknowledgement told) {
    return matches(HASH, told.policyHash())
        && told.providers().size() <= MOST_PROVIDERS
        && told.providers().stream().allMatch(AcknowledgementReading::fits);
  }

  private static boolean fits(ProviderReport told) {
    return matches(PROVIDER, told.name())
        && Optional.ofNullable(told.state()).isPresent()
        && told.keys() >= 0;
  }

  /** JSON may leave out what the record requires. */
  private static boolean matches(Pattern pattern, String text) {
    return Optional.ofNullable(text).filter(there -> pattern.matcher(there).matches()).isPresent();
  }

  private static Enforcement malformed() {
    return new Enforcement.Unknown("its sidecar answered something that is no acknowledgement");
  }
}
