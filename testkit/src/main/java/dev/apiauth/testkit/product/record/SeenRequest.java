package dev.apiauth.testkit.product.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A request that reached the product.
 *
 * @param requestUri path and query as they arrived, undecoded; the authority of an absolute-form
 *     target is not part of it
 * @param servletPath the path below the context path as Tomcat resolved it; empty where Tomcat
 *     found no application for it or refused it
 * @param servedPath the same after the product's own forwards ({@code /s/.../_/...}): the path that
 *     was really served; empty where the request ended before
 * @param headers in the order of arrival
 * @param actedAs as whom it was carried out; {@code anonymous} where nobody was recognised
 * @param status absent while the answer is still on its way
 * @param remoteAddress the client's address as the product believes it
 * @param scheme {@code http} or {@code https}, as the product believes it
 */
public record SeenRequest(
    String method,
    String requestUri,
    String servletPath,
    String servedPath,
    List<Header> headers,
    String actedAs,
    OptionalInt status,
    String remoteAddress,
    String scheme) {

  /** Values of every header line of that name, compared without regard to case. */
  public List<String> headers(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Value of the first header line of that name. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }
}
