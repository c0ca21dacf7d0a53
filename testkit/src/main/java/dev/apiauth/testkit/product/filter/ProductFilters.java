package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.RememberMe;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Routes;
import dev.apiauth.testkit.product.site.Product;
import dev.apiauth.testkit.product.site.Site;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;

/** The order in which a product looks at a request; nothing else knows it. */
public final class ProductFilters {

  private ProductFilters() {}

  /** The filters that see a request as it comes in, before {@link #serving}. */
  public static List<Filter> incoming() {
    return List.of(new ResourceRewriteFilter()); // ends in a forward, which the others see
  }

  /**
   * The filters that see what is really served: the request itself, or what it was forwarded to.
   */
  public static List<Filter> serving(Site site, Routes routes, ErrorShape errors) {
    var filters = new ArrayList<Filter>();
    filters.addAll(authentication(site, errors));
    filters.add(
        new SubstituteUserFilter(
            site.misbehaviours(), site.people())); // only in tests of the alarm
    filters.add(new UserHeadersFilter(site)); // from here on it is settled who calls
    filters.add(new AuthenticationTypeFilter(errors));
    filters.add(new CrossSiteRequestFilter()); // whoever was recognised, and by whatever
    filters.add(new AuthorisationFilter(site.product(), routes, errors));
    return filters;
  }

  /** Whoever is recognised first stays it: see {@code Caller}. */
  private static List<Filter> authentication(Site site, ErrorShape errors) {
    var people = site.people();
    var rememberMe = new RememberMe(site.product().rememberMeCookie(), site.remembered());
    var filters = new ArrayList<Filter>();
    filters.add(new BasicAuthenticationSwitchFilter(site.basicAuthentication()));
    if (site.product() == Product.BITBUCKET) {
      filters.add(new TokenReachFilter(site.product())); // Bitbucket has no Seraph, but this
    } else {
      filters.add(new RequestParameterLoginFilter(site.passwords(), rememberMe));
    }
    filters.add(new SessionFilter(people));
    filters.add(new RememberMeFilter(people, rememberMe)); // only without a session
    filters.add(
        new PersonalAccessTokenFilter(site.tokens(), people)); // ends the session afterwards
    filters.add(new BasicAuthenticationFilter(site, errors)); // refuses what it cannot accept
    filters.add(new OAuth1Filter(site.links(), people));
    filters.add(new ApplicationLinkJwtFilter(site.links(), people, errors));
    return filters;
  }
}
