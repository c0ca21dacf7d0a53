package dev.apiauth.testkit.idp;

/**
 * A user pool of Amazon Cognito with one app client, by the names that AWS gives them.
 *
 * @param region such as {@code eu-west-1}
 * @param userPoolId region, underscore and nine letters or digits
 * @param clientId of the app client: 26 lower-case letters and digits
 */
public record CognitoPool(String region, String userPoolId, String clientId) {

  /** The pool of the smallest resource in the documentation. */
  public static CognitoPool ofTheGuide() {
    return new CognitoPool("eu-west-1", "eu-west-1_a1B2c3D4e", "3n4b5urk1ft4fl3mg5e62d9ado");
  }

  public String host() {
    return "cognito-idp.%s.amazonaws.com".formatted(region);
  }

  /** The {@code iss} of its tokens. */
  public String issuer() {
    return "https://%s/%s".formatted(host(), userPoolId);
  }
}
