package dev.apiauth.testkit.product.account;

/** What the product makes of a user name and a password. */
public sealed interface LoginResult {

  record SignedIn(Person person) implements LoginResult {}

  /** Wrong password or unknown name: the products do not tell which. */
  record WrongPassword() implements LoginResult {}

  /** Too many failures before: even the right password is refused until a CAPTCHA was solved. */
  record CaptchaRequired() implements LoginResult {}
}
