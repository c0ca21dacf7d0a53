package dev.apiauth.operator.inject;

import java.util.List;

/**
 * What a family of Atlassian's images calls the settings of its HTTP connector.
 *
 * @param contextPath the path below which the product serves
 * @param scheme the scheme by which the world reaches it
 * @param host the host by which the world reaches it
 * @param port the port by which the world reaches it
 */
record ProxySettings(String contextPath, String scheme, String host, String port) {

  /** Jira, Confluence, Bamboo and Crowd; then Bitbucket (the README files of their images). */
  static final List<ProxySettings> FAMILIES =
      List.of(
          new ProxySettings(
              "ATL_TOMCAT_CONTEXTPATH", "ATL_TOMCAT_SCHEME", "ATL_PROXY_NAME", "ATL_PROXY_PORT"),
          new ProxySettings(
              "SERVER_CONTEXT_PATH", "SERVER_SCHEME", "SERVER_PROXY_NAME", "SERVER_PROXY_PORT"));
}
