package dev.apiauth.testkit.product.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.fault.Misbehaviour.OmitUserHeader;
import dev.apiauth.testkit.product.record.Sighting;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.product.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Says on the answer as whom the request runs: {@code X-AUSERNAME}, URL-encoded, and its
 * companions.
 */
final class UserHeadersFilter extends HttpFilter {

  private final Site site;
  private final AtomicLong requests = new AtomicLong();

  UserHeadersFilter(Site site) {
    this.site = site;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var caller = Caller.of(request);
    Sighting.find(request).ifPresent(sighting -> sighting.served(request, caller.name()));
    if (site.product().saysWhomItActsAsOn(request.getServletPath())
        && site.misbehaviours().on(request.getServletPath(), OmitUserHeader.class).isEmpty()) {
      report(caller, response);
    }
    response.setHeader("X-AREQUESTID", requestId());
    reportSession(request, response);
    if (site.product() == Product.JIRA) {
      response.setHeader("X-ANODEID", "node1");
    }
    if (site.product().hasSeraph() && !caller.isAnonymous()) {
      LoginReason.OK.report(request, response);
    }
    chain.doFilter(request, response);
  }

  /** Minute of the day, number of the request, number of requests at the time. */
  private String requestId() {
    long minute = site.clock().millis() / 60_000 % 1_440;
    return minute + "x" + requests.incrementAndGet() + "x1";
  }

  private static void reportSession(HttpServletRequest request, HttpServletResponse response) {
    var session = request.getSession(false);
    if (session != null) {
      response.setHeader("X-ASESSIONID", Integer.toString(session.getId().hashCode(), 36));
    }
  }

  private void report(Caller caller, HttpServletResponse response) {
    response.setHeader("X-AUSERNAME", URLEncoder.encode(caller.name(), UTF_8));
    if (site.product() == Product.BITBUCKET) {
      caller
          .person()
          .ifPresent(person -> response.setHeader("X-AUSERID", Integer.toString(person.id())));
    }
  }
}
