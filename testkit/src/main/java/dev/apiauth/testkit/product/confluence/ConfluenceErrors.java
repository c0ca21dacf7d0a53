package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.platform.SeraphErrors;
import dev.apiauth.testkit.product.rest.Answer;

/** Confluence's error body. */
final class ConfluenceErrors implements SeraphErrors {

  record RestError(int statusCode, String message) {}

  @Override
  public Answer error(int status, String message) {
    return Answer.json(status, new RestError(status, message));
  }

  @Override
  public Answer notAuthenticated() {
    return error(401, "Client must be authenticated to access this resource.");
  }
}
