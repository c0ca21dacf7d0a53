package dev.apiauth.testkit.product.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves every path: calls the endpoint of the route, or says in the product's words that there is
 * none.
 */
public final class ProductServlet extends HttpServlet {

  private final Routes routes;
  private final ErrorShape errors;

  public ProductServlet(Routes routes, ErrorShape errors) {
    this.routes = routes;
    this.errors = errors;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request).send(response);
  }

  private Answer answer(HttpServletRequest request) throws IOException {
    return switch (routes.find(request.getMethod(), request.getServletPath())) {
      case RouteMatch.Found(var route, var variables) ->
          call(route.endpoint(), new Call(request, variables));
      case RouteMatch.OtherMethod() -> methodNotAllowed(request);
      case RouteMatch.NoSuchPath() -> notFound(request);
    };
  }

  private Answer call(Endpoint endpoint, Call call) throws IOException {
    try {
      return endpoint.answer(call);
    } catch (JsonProcessingException malformed) {
      return errors.error(400, "The body is not the JSON that is expected here.");
    }
  }

  private Answer methodNotAllowed(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        ? Answer.noContent()
        : errors.error(405, "Method Not Allowed");
  }

  private Answer notFound(HttpServletRequest request) {
    return request.getServletPath().startsWith("/rest/")
        ? errors.error(404, "null for uri: " + BaseUrl.origin(request) + request.getRequestURI())
        : Answer.html(404, "<html><body>Dead link</body></html>");
  }
}
