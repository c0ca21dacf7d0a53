package dev.apiauth.policy.request;

/**
 * What kind of thing a path leads to, in the eyes of a product's profile. Rules, anonymous access
 * and the strictness of spelling go by it.
 */
public enum PathClass {
  /** The profile's health check. Always answered, forwarded without any credential. */
  HEALTH(Surface.HEALTH),
  /** Scripts, styles, images, fonts: the same for everybody. */
  STATIC(Surface.INTERFACE),
  /** A page that people look at in a browser. */
  PAGE(Surface.INTERFACE),
  /** Where the login page sends a password to; see {@code passwords.interactiveLogin}. */
  LOGIN(Surface.INTERFACE),
  /** An endpoint that the profile names as open to everybody, {@code /rest/api/2/serverInfo}. */
  PUBLIC_ENDPOINT(Surface.INTERFACE),
  /** {@code /plugins/servlet/**}: pages and callbacks of apps, and here and there an API. */
  SERVLET(Surface.INTERFACE),
  /** Trades a password for a cookie, made for scripts; see {@code passwords.sessionLogin}. */
  SESSION_LOGIN(Surface.API),
  /** {@code /rest/**}. */
  REST_API(Surface.API),
  /** Data by plain GET outside {@code /rest}: attachments, exports, feeds, raw files. */
  DOWNLOAD(Surface.API),
  /** Git over HTTP and LFS: other challenges, and reads that are POSTs. */
  GIT(Surface.API),
  /** {@code /rpc/**}: SOAP, XML-RPC and JSON-RPC, which may carry a password in the body. */
  LEGACY_RPC(Surface.API),
  /**
   * No pattern of the profile names it. Bound like an API, so that what nobody thought of needs a
   * credential or a session (N6): an app's own data service is no page because it is unknown.
   */
  UNLISTED(Surface.API);

  /** Which door a path belongs to. */
  public enum Surface {
    /** Open to everybody at all times. */
    HEALTH,
    /** What {@code anonymous: InterfaceOnly} lets through without a credential. */
    INTERFACE,
    /** What needs a credential or a session, and a strictly spelled path. */
    API
  }

  private final Surface surface;

  PathClass(Surface surface) {
    this.surface = surface;
  }

  public Surface surface() {
    return surface;
  }
}
