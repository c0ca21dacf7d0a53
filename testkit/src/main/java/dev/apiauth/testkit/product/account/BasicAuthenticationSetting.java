package dev.apiauth.testkit.product.account;

/**
 * Where the product's Basic switch stands now; set by its REST API and by tests while requests run.
 */
public final class BasicAuthenticationSetting {

  private volatile BasicAuthenticationSwitch current;

  public BasicAuthenticationSetting(BasicAuthenticationSwitch initial) {
    current = initial;
  }

  public BasicAuthenticationSwitch current() {
    return current;
  }

  public void set(BasicAuthenticationSwitch next) {
    current = next;
  }
}
