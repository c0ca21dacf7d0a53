package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

/** {@code Content-Length: 1*DIGIT}, up to 2^63-1 (RFC 9110, section 8.6). */
final class ContentLengthField implements FramingField {

  private static final String FINDING = "Content-Length is not one number";

  private boolean present;
  private boolean over;
  private int digits;
  private long octets;

  void reset() {
    present = false;
    octets = 0;
  }

  boolean isPresent() {
    return present;
  }

  long octets() {
    return octets;
  }

  @Override
  public String lowerCaseName() {
    return "content-length";
  }

  @Override
  public Progress begin() {
    if (present) {
      return Progress.malformed("it has more than one Content-Length");
    }
    present = true;
    over = false;
    digits = 0;
    return COMPLETE;
  }

  @Override
  public Progress value(byte octet) {
    if (octet == ' ' || octet == '\t') {
      over = digits > 0;
      return UNFINISHED;
    }
    int digit = octet - '0';
    if (over || digit < 0 || digit > 9 || octets > (Long.MAX_VALUE - digit) / 10) {
      return Progress.malformed(FINDING);
    }
    octets = octets * 10 + digit;
    digits++;
    return UNFINISHED;
  }

  @Override
  public Progress end() {
    return digits > 0 ? COMPLETE : Progress.malformed(FINDING);
  }
}
