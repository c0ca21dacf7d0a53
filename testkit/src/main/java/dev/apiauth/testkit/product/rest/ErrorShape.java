package dev.apiauth.testkit.product.rest;

/** How a product words its refusals; clients parse these bodies. */
public interface ErrorShape {

  /** An error of the REST API. */
  Answer error(int status, String message);

  /** 401 for an anonymous caller of the REST API, without a challenge. */
  Answer notAuthenticated();

  /** 401 for a wrong password in a Basic header. */
  Answer wrongPassword();

  /** 403 for a Basic header of an account that needs a CAPTCHA first. */
  Answer captchaRequired();
}
