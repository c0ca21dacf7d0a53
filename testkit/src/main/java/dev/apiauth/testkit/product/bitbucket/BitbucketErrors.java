package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.ErrorShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bitbucket's error body. */
final class BitbucketErrors implements ErrorShape {

  record RestError(@Nullable String context, String message, String exceptionName) {}

  record Errors(List<RestError> errors) {}

  private static final String PACKAGE = "com.atlassian.bitbucket.";

  @Override
  public Answer error(int status, String message) {
    return error(status, message, exception(status));
  }

  private static Answer error(int status, String message, String exception) {
    return Answer.json(
        status, new Errors(List.of(new RestError(null, message, PACKAGE + exception))));
  }

  private static String exception(int status) {
    return switch (status) {
      case 401, 403 -> "AuthorisationException";
      case 404 -> "NoSuchEntityException";
      default -> "validation.ArgumentValidationException";
    };
  }

  @Override
  public Answer notAuthenticated() {
    return error(401, "You are not permitted to access this resource");
  }

  @Override
  public Answer wrongPassword() {
    return error(
        401,
        "Authentication failed. Please check your credentials and try again.",
        "auth.IncorrectPasswordAuthenticationException");
  }

  @Override
  public Answer captchaRequired() {
    return error(
        403,
        "CAPTCHA required. Your Bitbucket account has been marked as requiring a CAPTCHA.",
        "auth.CaptchaRequiredAuthenticationException");
  }
}
