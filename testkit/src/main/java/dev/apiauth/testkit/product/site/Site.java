package dev.apiauth.testkit.product.site;

import dev.apiauth.testkit.product.account.AccessTokens;
import dev.apiauth.testkit.product.account.ApplicationLinks;
import dev.apiauth.testkit.product.account.BasicAuthenticationSetting;
import dev.apiauth.testkit.product.account.BasicAuthenticationSwitch;
import dev.apiauth.testkit.product.account.PasswordLogins;
import dev.apiauth.testkit.product.account.RememberedLogins;
import dev.apiauth.testkit.product.account.TokenFormat;
import dev.apiauth.testkit.product.account.UserDirectory;
import dev.apiauth.testkit.product.fault.Misbehaviours;
import dev.apiauth.testkit.product.repository.GitRepositories;
import dev.apiauth.testkit.product.repository.LargeFiles;
import dev.apiauth.testkit.product.repository.TransferTokens;
import java.time.InstantSource;

/**
 * The state of one installation that its filters and endpoints share.
 *
 * @param basicAuthentication changes while it runs, by the REST API and by tests
 */
public record Site(
    Product product,
    UserDirectory people,
    PasswordLogins passwords,
    AccessTokens tokens,
    AccessTokens oauth2Tokens,
    RememberedLogins remembered,
    BasicAuthenticationSetting basicAuthentication,
    ApplicationLinks links,
    GitRepositories repositories,
    LargeFiles largeFiles,
    TransferTokens transfers,
    Misbehaviours misbehaviours,
    InstantSource clock)
    implements AutoCloseable {

  /** A new installation without tokens, sessions or failed logins. */
  public static Site of(
      Product product,
      UserDirectory people,
      BasicAuthenticationSwitch basic,
      ApplicationLinks links,
      InstantSource clock) {
    return new Site(
        product,
        people,
        new PasswordLogins(people, product.failuresBeforeCaptcha()),
        new AccessTokens(product.tokenFormat(), clock),
        new AccessTokens(TokenFormat.OAUTH_2_ACCESS_TOKEN, clock),
        new RememberedLogins(),
        new BasicAuthenticationSetting(basic),
        links,
        new GitRepositories(),
        new LargeFiles(),
        new TransferTokens(clock),
        new Misbehaviours(),
        clock);
  }

  /** Removes what it keeps on disk. */
  @Override
  public void close() {
    repositories.close();
    largeFiles.close();
  }
}
