package dev.apiauth.sidecar.answer;

import dev.apiauth.policy.decide.Target;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.request.RequestHead;

/**
 * Who reads a refusal: which challenge makes them send a credential, and which body they show to
 * people.
 */
public enum Addressee {
  /**
   * A caller of an API. Challenged with Bearer (RFC 6750, section 3), told in the product's own
   * JSON. Never Basic: its only effect would be a password on the way to us, or a browser's
   * password window (check B5).
   */
  API_CLIENT("application/json"),
  /**
   * A CORS preflight, which has no credentials by design: no challenge, and so no 401 either, which
   * would need one (RFC 9110, section 15.5.2).
   */
  PREFLIGHT("application/json"),
  /**
   * git, which sends no credential before it was asked for one and answers no challenge but Basic;
   * its password is a token. It shows bodies of this type alone, as {@code remote:} lines.
   */
  GIT("text/plain; charset=utf-8"),
  /** Git LFS, likewise. Its errors have a JSON of their own (Git LFS API, response errors). */
  GIT_LFS("application/vnd.git-lfs+json");

  private static final String LARGE_FILES = "/info/lfs/";

  private final String mediaType;

  Addressee(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The value of Content-Type. */
  String mediaType() {
    return mediaType;
  }

  /** Who sent this request, whose path is not known. */
  public static Addressee of(RequestHead head) {
    return head.isPreflight() ? PREFLIGHT : API_CLIENT;
  }

  /** Who sent this request. */
  public static Addressee of(Target target) {
    if (target.head().isPreflight()) return PREFLIGHT;
    if (target.pathClass() != PathClass.GIT) return API_CLIENT;
    return target.below().value().contains(LARGE_FILES) ? GIT_LFS : GIT;
  }
}
