package dev.apiauth.sidecar.listen;

import static dev.apiauth.sidecar.listen.Progress.InOrder.COMPLETE;
import static dev.apiauth.sidecar.listen.Progress.InOrder.UNFINISHED;

import dev.apiauth.policy.outcome.Reason;

/**
 * Reads a request line: {@code method SP request-target SP HTTP-version CRLF}, single spaces,
 * nothing around it (RFC 9112, section 3).
 *
 * <p>Empty lines before it are refused (S9), although section 2.2 lets a server skip one: what is
 * skipped here may be the end of a body elsewhere.
 */
final class RequestLineScanner {

  private static final String VERSION = "HTTP/1.1\r\n";
  private static final int MINOR = VERSION.indexOf(".1") + 1;

  private enum Part {
    METHOD,
    TARGET,
    VERSION
  }

  private final int maxOctets;
  private Part part = Part.METHOD;
  private int octetsOfLine;
  private int octetsOfPart;
  private boolean http10;

  /** Reads lines whose method and target have at most {@code maxOctets} together. */
  RequestLineScanner(int maxOctets) {
    this.maxOctets = maxOctets;
  }

  void reset() {
    part = Part.METHOD;
    octetsOfLine = 0;
    octetsOfPart = 0;
    http10 = false;
  }

  /** Whether the line that was read ends in {@code HTTP/1.0}. */
  boolean isHttp10() {
    return http10;
  }

  Progress scan(Octets octets) {
    Progress progress = UNFINISHED;
    while (progress == UNFINISHED && octets.remain()) {
      progress =
          switch (part) {
            case METHOD -> word(octets, OctetClass.TOKEN, Part.TARGET);
            case TARGET -> word(octets, OctetClass.TARGET, Part.VERSION);
            case VERSION -> version(octets);
          };
    }
    return progress;
  }

  private Progress word(Octets octets, OctetClass allowed, Part next) {
    if (count(octets.skip(allowed)) > maxOctets) {
      return Progress.refused(Reason.TARGET_TOO_LONG, maxOctets);
    }
    if (!octets.remain()) {
      return UNFINISHED;
    }
    if (octetsOfPart == 0 || octets.next() != ' ') {
      return Progress.malformed("the request line is not a method, a target and a version");
    }
    octetsOfPart = 0;
    part = next;
    return UNFINISHED;
  }

  private int count(int octets) {
    octetsOfPart += octets;
    octetsOfLine += octets;
    return octetsOfLine;
  }

  private Progress version(Octets octets) {
    while (octets.remain()) {
      byte octet = octets.next();
      if (octetsOfPart == MINOR && octet == '0') {
        http10 = true;
      } else if (octet != VERSION.charAt(octetsOfPart)) {
        return wrongVersion(octet);
      }
      octetsOfPart++;
      if (octetsOfPart == VERSION.length()) {
        return COMPLETE;
      }
    }
    return UNFINISHED;
  }

  /** A digit where another one was expected is another version; anything else is no version. */
  private static Progress wrongVersion(byte octet) {
    return octet >= '0' && octet <= '9'
        ? Progress.refused(Reason.HTTP_VERSION_REFUSED)
        : Progress.malformed("the request line does not end in an HTTP version");
  }
}
