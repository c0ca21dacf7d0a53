package dev.apiauth.testkit.product.rest;

import java.io.IOException;

/** What happens at one path with one method. */
@FunctionalInterface
public interface Endpoint {

  /**
   * Carries the call out. Runs after authentication and authorisation.
   *
   * @throws com.fasterxml.jackson.core.JsonProcessingException if the body is no JSON; answered by
   *     400
   */
  Answer answer(Call call) throws IOException;
}
