package dev.apiauth.testkit.product.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.product.account.ApplicationLinks;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.OAuthConsumer;
import dev.apiauth.testkit.product.account.Person;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.rest.BaseUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Two-legged OAuth 1.0a of linked applications, with impersonation by {@code xoauth_requestor_id}
 * (or the deprecated {@code user_id}).
 *
 * <p>Checked: the parameters and the consumer. Not checked: the signature, the timestamp and the
 * nonce, which the products do check. An unknown user is not refused: the request goes on as
 * anonymous, as in the products.
 */
final class OAuth1Filter extends HttpFilter {

  private final ApplicationLinks links;
  private final UserDirectory people;

  OAuth1Filter(ApplicationLinks links, UserDirectory people) {
    this.links = links;
    this.people = people;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var problem = OAuthParameters.of(request).flatMap(found -> accept(found, request));
    if (problem.isPresent()) {
      refuse(problem.get(), request, response);
      return;
    }
    chain.doFilter(request, response);
  }

  /**
   * Recognises the user that the consumer acts as, or names what is wrong ({@code oauth_problem}).
   */
  private Optional<String> accept(OAuthParameters parameters, HttpServletRequest request) {
    if (!parameters.isTwoLegged()) {
      return Optional.of("token_rejected");
    }
    var consumer = links.consumer(parameters.consumerKey());
    if (consumer.isEmpty()) {
      return Optional.of("consumer_key_unknown");
    }
    var requestor = requestor(request);
    if (requestor.isPresent()
        && consumer.get().impersonation() == OAuthConsumer.Impersonation.REFUSED) {
      return Optional.of("permission_denied");
    }
    person(requestor, consumer.get())
        .ifPresent(person -> Caller.recognise(request, person, Caller.Means.OAUTH_1));
    return Optional.empty();
  }

  private Optional<Person> person(Optional<String> requestor, OAuthConsumer consumer) {
    return requestor.isPresent()
        ? requestor.flatMap(people::find)
        : consumer.executeAs().flatMap(people::find);
  }

  private static Optional<String> requestor(HttpServletRequest request) {
    return Optional.ofNullable(request.getParameter("xoauth_requestor_id"))
        .or(() -> Optional.ofNullable(request.getParameter("user_id")));
  }

  private static void refuse(
      String problem, HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    response.setHeader(
        "WWW-Authenticate",
        "OAuth realm=\"%s\", oauth_problem=\"%s\""
            .formatted(URLEncoder.encode(BaseUrl.of(request), UTF_8), problem));
  }
}
