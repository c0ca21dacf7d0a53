package dev.apiauth.testkit.product.tomcat;

/** What Tomcat makes of a request target. */
public sealed interface Resolution {

  /**
   * Tomcat would serve it.
   *
   * @param servletPath the path that filters and servlets see: parameters removed, decoded once,
   *     dot segments resolved, slashes merged
   */
  record Served(String servletPath) implements Resolution {}

  /**
   * Tomcat refuses it before any filter runs.
   *
   * @param status 400 or another error; 0 if it closed the connection without an answer
   */
  record Refused(int status) implements Resolution {}
}
