package dev.apiauth.testkit.product.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.apiauth.testkit.product.account.TokenFormat;
import dev.apiauth.testkit.product.tomcat.ConnectorSettings;
import java.net.URLEncoder;

/** The products that can be simulated, and what sets one apart from another. */
public enum Product {
  JIRA {
    @Override
    public String rememberMeCookie() {
      return "seraph.rememberme.cookie";
    }

    @Override
    public ConnectorSettings connector() {
      return ConnectorSettings.JIRA;
    }

    @Override
    public ForwardedHeaders forwardedHeaders() {
      return ForwardedHeaders.IGNORED;
    }

    @Override
    String loginPage() {
      return "/login.jsp?os_destination=";
    }
  },

  CONFLUENCE {
    @Override
    public String rememberMeCookie() {
      return "seraph.confluence";
    }

    @Override
    public String usualContextPath() {
      return "/confluence";
    }

    @Override
    String loginPage() {
      return "/login.action?os_destination=";
    }
  },

  BITBUCKET {
    @Override
    public String sessionCookie() {
      return "BITBUCKETSESSIONID";
    }

    @Override
    public String rememberMeCookie() {
      return "_atl_bitbucket_remember_me";
    }

    @Override
    public TokenFormat tokenFormat() {
      return TokenFormat.HTTP_ACCESS_TOKEN;
    }

    @Override
    public boolean hasSeraph() {
      return false;
    }

    @Override
    public int failuresBeforeCaptcha() {
      return 5;
    }

    @Override
    public boolean tokensWorkOn(String path) {
      return path.startsWith("/rest/") || path.startsWith("/scm/");
    }

    @Override
    public boolean saysWhomItActsAsOn(String path) {
      return !path.startsWith("/scm/");
    }

    @Override
    String loginPage() {
      return "/login?next=";
    }
  };

  public String sessionCookie() {
    return "JSESSIONID";
  }

  public abstract String rememberMeCookie();

  public TokenFormat tokenFormat() {
    return TokenFormat.PERSONAL_ACCESS_TOKEN;
  }

  /** Whether Seraph does the logins: {@code os_username}, {@code os_authType}, its headers. */
  public boolean hasSeraph() {
    return true;
  }

  /** Failed logins after which an account needs a CAPTCHA. */
  public int failuresBeforeCaptcha() {
    return 3;
  }

  public ConnectorSettings connector() {
    return ConnectorSettings.BARE;
  }

  public ForwardedHeaders forwardedHeaders() {
    return ForwardedHeaders.BELIEVED_FROM_LOOPBACK;
  }

  /** Where the guide has it: empty for the root. */
  public String usualContextPath() {
    return "";
  }

  /**
   * Whether the product's own tokens are looked at on {@code path}. Bitbucket's work under {@code
   * /rest} and {@code /scm} alone since 8.9.22, 8.19.12 and 9.3.2 (BSERV-19859).
   */
  public boolean tokensWorkOn(String path) {
    return true;
  }

  /**
   * Whether answers on {@code path} carry {@code X-AUSERNAME}. Bitbucket's git answers are taken to
   * have none, which is the harder case for whoever checks it.
   */
  public boolean saysWhomItActsAsOn(String path) {
    return true;
  }

  abstract String loginPage();

  /** The login page, below the context path, that leads back to {@code target} afterwards. */
  public String loginPageFor(String target) {
    return loginPage() + URLEncoder.encode(target, UTF_8);
  }
}
