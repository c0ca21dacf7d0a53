package dev.apiauth.testkit.product.platform;

import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.ErrorShape;

/**
 * What Seraph, the login layer of Jira and Confluence, says to a failed Basic login: HTML, also
 * under /rest.
 */
public interface SeraphErrors extends ErrorShape {

  @Override
  default Answer wrongPassword() {
    return page(401, "AUTHENTICATED_FAILED");
  }

  @Override
  default Answer captchaRequired() {
    return page(403, "AUTHENTICATION_DENIED");
  }

  private static Answer page(int status, String reason) {
    return Answer.html(
        status, "<html><body>Basic Authentication Failure - Reason : " + reason + "</body></html>");
  }
}
