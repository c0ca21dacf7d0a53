package dev.apiauth.testkit.product.rest;

/**
 * One method at one path: who may call it and what it does. {@code GET} serves {@code HEAD} too.
 */
public record Route(String method, PathTemplate path, Access access, Endpoint endpoint) {

  /**
   * @param path see {@link PathTemplate}; below the context path
   */
  public static Route get(String path, Access access, Endpoint endpoint) {
    return new Route("GET", new PathTemplate(path), access, endpoint);
  }

  public static Route post(String path, Access access, Endpoint endpoint) {
    return new Route("POST", new PathTemplate(path), access, endpoint);
  }

  public static Route put(String path, Access access, Endpoint endpoint) {
    return new Route("PUT", new PathTemplate(path), access, endpoint);
  }

  public static Route delete(String path, Access access, Endpoint endpoint) {
    return new Route("DELETE", new PathTemplate(path), access, endpoint);
  }

  boolean serves(String requestMethod) {
    return method.equals(requestMethod.equals("HEAD") ? "GET" : requestMethod);
  }
}
