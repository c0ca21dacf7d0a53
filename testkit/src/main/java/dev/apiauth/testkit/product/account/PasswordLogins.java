package dev.apiauth.testkit.product.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks passwords and counts failures per account, wherever the password was presented.
 *
 * <p>The count is what makes a stray credential dangerous: whoever sends wrong passwords in
 * somebody's name locks that person out of every script.
 */
public final class PasswordLogins {

  private final UserDirectory people;
  private final int failuresBeforeCaptcha;
  private final Map<String, Integer> failures = new ConcurrentHashMap<>();

  /**
   * @param failuresBeforeCaptcha failed attempts after which the account needs a CAPTCHA; Jira and
   *     Confluence ship 3, Bitbucket 5
   */
  public PasswordLogins(UserDirectory people, int failuresBeforeCaptcha) {
    this.people = people;
    this.failuresBeforeCaptcha = failuresBeforeCaptcha;
  }

  /** Counts a failure only for accounts that exist; a success sets the count back to zero. */
  public LoginResult attempt(String name, String password) {
    if (failures(name) >= failuresBeforeCaptcha) {
      return new LoginResult.CaptchaRequired();
    }
    var person = people.find(name);
    if (person.filter(known -> known.hasPassword(password)).isPresent()) {
      forgive(name);
      return new LoginResult.SignedIn(person.get());
    }
    person.ifPresent(known -> failures.merge(UserDirectory.key(name), 1, Integer::sum));
    return new LoginResult.WrongPassword();
  }

  /** How often logging in as {@code name} has failed since the last success. */
  public int failures(String name) {
    return failures.getOrDefault(UserDirectory.key(name), 0);
  }

  /** What solving the CAPTCHA, or an administrator, does. */
  public void forgive(String name) {
    failures.remove(UserDirectory.key(name));
  }
}
