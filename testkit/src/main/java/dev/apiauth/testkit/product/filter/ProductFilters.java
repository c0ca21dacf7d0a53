package dev.apiauth.testkit.product.filter;

import dev.apiauth.testkit.product.account.RememberMe;
import dev.apiauth.testkit.product.rest.ErrorShape;
import dev.apiauth.testkit.product.rest.Routes;
import dev.apiauth.testkit.product.site.Site;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.stream.Stream;

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
    return Stream.of(doors(site), authentication(site, errors), afterwards(site, routes, errors))
        .flatMap(List::stream)
        .toList();
  }

  /** What is refused or accepted before the question who calls is asked at all. */
  private static List<Filter> doors(Site site) {
    return List.of(
        new BasicAuthenticationSwitchFilter(site.basicAuthentication()), // on every path
        site.product().hasSeraph()
            ? new RequestParameterLoginFilter(site.passwords(), rememberMe(site)) // on every path
            : new TokenReachFilter(site.product()));
  }

  /** Whoever is recognised first stays it: see {@code Caller}. */
  private static List<Filter> authentication(Site site, ErrorShape errors) {
    var people = site.people();
    return List.of(
        new SessionFilter(people), // before tokens, which is why it beats them
        new RememberMeFilter(people, rememberMe(site)), // makes the session that was missing
        new PersonalAccessTokenFilter(site.tokens(), people), // ends the session afterwards
        new OAuth2TokenFilter(site.oauth2Tokens(), people), // before what takes it for a password
        new BasicAuthenticationFilter(site, errors), // refuses what it cannot accept
        new OAuth1Filter(site.links(), people),
        new TransferTokenFilter(site), // before what refuses every other JWT
        new ApplicationLinkJwtFilter(site.links(), people, errors));
  }

  /** What needs to know who calls. */
  private static List<Filter> afterwards(Site site, Routes routes, ErrorShape errors) {
    return List.of(
        new SubstituteUserFilter(site.misbehaviours(), site.people()), // on demand only
        new UserHeadersFilter(site), // from here on it is settled as whom
        new AuthenticationTypeFilter(site.product(), errors), // how strangers are asked
        new CrossSiteRequestFilter(), // whoever was recognised, and by whatever
        new AuthorisationFilter(site.product(), routes, errors));
  }

  private static RememberMe rememberMe(Site site) {
    return new RememberMe(site.product().rememberMeCookie(), site.remembered());
  }
}
