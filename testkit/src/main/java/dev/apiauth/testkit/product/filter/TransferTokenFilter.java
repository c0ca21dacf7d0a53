package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.repository.TransferGrant;
import dev.apiauth.testkit.product.site.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Recognises the owner of a Git LFS transfer token, where objects are transferred and nowhere else.
 */
final class TransferTokenFilter extends HttpFilter {

  private static final String TRANSFERS = "/rest/git-lfs/storage/";

  private final Site site;

  TransferTokenFilter(Site site) {
    this.site = site;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getServletPath().startsWith(TRANSFERS)) {
      Optional.ofNullable(request.getHeader("Authorization"))
          .flatMap(site.transfers()::read)
          .ifPresent(grant -> accept(grant, request));
    }
    chain.doFilter(request, response);
  }

  private void accept(TransferGrant grant, HttpServletRequest request) {
    grant.attachTo(request);
    site.people()
        .find(grant.user())
        .ifPresent(person -> Caller.recognise(request, person, Caller.Means.TRANSFER_TOKEN));
  }
}
