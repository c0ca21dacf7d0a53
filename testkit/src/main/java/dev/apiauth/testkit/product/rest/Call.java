package dev.apiauth.testkit.product.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has found its route.
 *
 * @param variables values of the route's {@code {names}}
 */
public record Call(HttpServletRequest request, Map<String, String> variables) {

  public Caller caller() {
    return Caller.of(request);
  }

  /**
   * The person who calls.
   *
   * @throws java.util.NoSuchElementException on a route that anybody may call, if nobody was
   *     recognised
   */
  public Person person() {
    return caller().person().orElseThrow();
  }

  /** The value of {@code {name}} in the route's path. */
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(request.getParameter(name));
  }

  public JsonNode body() throws IOException {
    return Json.read(request.getInputStream());
  }

  public String baseUrl() {
    return BaseUrl.of(request);
  }
}
