package dev.apiauth.operator.names;

/** What the injected parts of a pod are called, and where they listen. */
public final class PodParts {

  /** Container and volume names that begin so are ours; a user's pod with one is refused. */
  public static final String RESERVED_PREFIX = "apiauth-";

  /** The container. */
  public static final String SIDECAR = "apiauth-sidecar";

  /** The volume with the rendered policy and the certificates of the operator channel. */
  public static final String POLICY_VOLUME = "apiauth-policy";

  /** Where {@link #POLICY_VOLUME} is mounted. */
  public static final String POLICY_DIRECTORY = "/etc/apiauth";

  /** A small volume in memory in the place of a service-account token. */
  public static final String NO_TOKEN_VOLUME = "apiauth-no-token";

  /** A small volume in memory for the JVM. */
  public static final String TMP_VOLUME = "apiauth-tmp";

  /** The name of the port that the sidecar takes over from the product. */
  public static final String HTTP = "http";

  /** What the product's port is called afterwards. */
  public static final String PRODUCT_HTTP = "http-app";

  /** The name of {@link #PROBES_PORT}. */
  public static final String PROBES = "apiauth-probes";

  /** The name of {@link #CHANNEL_PORT}. */
  public static final String CHANNEL = "apiauth-channel";

  /** Where clients are served. */
  public static final int LISTENER_PORT = 15080;

  /** Where {@code /livez}, {@code /readyz} and {@code /metrics} are. */
  public static final int PROBES_PORT = 15081;

  /** Where the operator is answered, over mutual TLS. */
  public static final int CHANNEL_PORT = 15082;

  private PodParts() {}
}
