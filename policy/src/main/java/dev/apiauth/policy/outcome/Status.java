package dev.apiauth.policy.outcome;

/** The HTTP status codes of refusals (RFC 9110, section 15). */
public enum Status {
  BAD_REQUEST(400),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  REQUEST_TIMEOUT(408),
  CONTENT_TOO_LARGE(413),
  URI_TOO_LONG(414),
  EXPECTATION_FAILED(417),
  HEADER_FIELDS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  NOT_IMPLEMENTED(501),
  BAD_GATEWAY(502),
  UNAVAILABLE(503),
  GATEWAY_TIMEOUT(504),
  VERSION_NOT_SUPPORTED(505);

  private final int code;

  Status(int code) {
    this.code = code;
  }

  /** The number in the status line. */
  public int code() {
    return code;
  }
}
