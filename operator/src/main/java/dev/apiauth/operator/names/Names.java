package dev.apiauth.operator.names;

import dev.apiauth.policy.document.PolicyHash;
import java.nio.charset.StandardCharsets;

/**
 * Names of objects, and the values of labels that name objects. Kubernetes bounds them; what would
 * be too long ends in a hash of the whole, so that two names never become one.
 */
public final class Names {

  /** Names of objects are RFC 1123 subdomains. */
  private static final int LONGEST_SUBDOMAIN = 253;

  private static final int LONGEST_LABEL_VALUE = 63;
  private static final int HASH_DIGITS = 10;

  private Names() {}

  /** The Secret into which the policy of a resource is rendered; in the resource's namespace. */
  public static String renderedSecret(String resource) {
    return bounded("apiauth-" + resource, LONGEST_SUBDOMAIN);
  }

  /** The NetworkPolicy of a resource; in the resource's namespace. */
  public static String networkPolicy(String resource) {
    return bounded("apiauth-" + resource, LONGEST_SUBDOMAIN);
  }

  /** The Secret that the value of an API token is written to, unless its resource says another. */
  public static String tokenSecret(String token) {
    return bounded(token + "-api-token", LONGEST_SUBDOMAIN);
  }

  /** The value of {@link Labels#POLICY} on pods and on what is rendered for a resource. */
  public static String policyLabel(String resource) {
    return bounded(resource, LONGEST_LABEL_VALUE);
  }

  /**
   * The name in the certificate of the sidecars of a resource: they are told apart by it, not by
   * their addresses.
   */
  public static String sidecarHost(String namespace, String resource) {
    return bounded(resource, LONGEST_LABEL_VALUE).replace('.', '-') + "." + namespace + ".sidecar";
  }

  private static String bounded(String name, int longest) {
    if (name.length() <= longest) return name;
    String hash =
        PolicyHash.of(name.getBytes(StandardCharsets.UTF_8)).value().substring(0, HASH_DIGITS);
    String begin = name.substring(0, longest - HASH_DIGITS - 1).replaceAll("[^a-z0-9]+$", "");
    return begin + "-" + hash;
  }
}
