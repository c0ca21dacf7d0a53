package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.rest.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Seraph's report on a login, in {@code X-Seraph-LoginReason}. */
enum LoginReason {
  OK,

  /** The password was wrong. */
  AUTHENTICATED_FAILED,

  /** The password was not even looked at: a CAPTCHA is due. */
  AUTHENTICATION_DENIED;

  void report(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Seraph-LoginReason", name());
    if (this == AUTHENTICATION_DENIED) {
      response.setHeader(
          "X-Authentication-Denied-Reason",
          "CAPTCHA_CHALLENGE; login-url=" + BaseUrl.of(request) + "/login.jsp");
    }
  }
}
