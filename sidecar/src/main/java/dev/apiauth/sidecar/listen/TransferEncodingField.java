package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

import dev.apiauth.policy.outcome.Reason;

/** {@code Transfer-Encoding: chunked} and nothing else (RFC 9112, section 6.1). */
final class TransferEncodingField implements FramingField {

  private static final String CHUNKED = "chunked";

  private boolean present;
  private boolean over;
  private int matched;

  void reset() {
    present = false;
  }

  boolean isPresent() {
    return present;
  }

  @Override
  public String lowerCaseName() {
    return "transfer-encoding";
  }

  @Override
  public Progress begin() {
    if (present) {
      return Progress.malformed("it has more than one Transfer-Encoding");
    }
    present = true;
    over = false;
    matched = 0;
    return COMPLETE;
  }

  @Override
  public Progress value(byte octet) {
    if (octet == ' ' || octet == '\t') {
      over = matched > 0;
      return UNFINISHED;
    }
    if (over
        || matched == CHUNKED.length()
        || Character.toLowerCase(octet) != CHUNKED.charAt(matched)) {
      return Progress.refused(Reason.TRANSFER_CODING_REFUSED);
    }
    matched++;
    return UNFINISHED;
  }

  @Override
  public Progress end() {
    return matched == CHUNKED.length()
        ? COMPLETE
        : Progress.refused(Reason.TRANSFER_CODING_REFUSED);
  }
}
