package dev.apiauth.testkit.product.site;

/** What a product's Tomcat makes of {@code X-Forwarded-For} and {@code X-Forwarded-Proto}. */
public enum ForwardedHeaders {

  /** Jira: the chart's server.xml has no RemoteIpValve. */
  IGNORED,

  /**
   * Confluence, and Bitbucket in Kubernetes: whoever connects from a private address, and so a
   * sidecar on 127.0.0.1, is a trusted proxy and believed.
   */
  BELIEVED_FROM_LOOPBACK
}
