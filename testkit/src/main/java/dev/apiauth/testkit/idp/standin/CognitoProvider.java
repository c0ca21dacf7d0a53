package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.CognitoDocuments;
import dev.apiauth.testkit.idp.CognitoPool;
import dev.apiauth.testkit.idp.CognitoTokens;
import dev.apiauth.testkit.idp.SigningKey;
import dev.apiauth.testkit.idp.TokenDraft;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pool of the guide at Amazon Cognito, among other providers; see {@link CognitoTokens}. */
public final class CognitoProvider implements ProviderStandIn {

  private static final String OTHER_CLIENT = "7another0app1client2id3456";

  private final CognitoPool pool = CognitoPool.ofTheGuide();
  private final CognitoTokens tokens;
  private final CognitoTokens otherPool;
  private final StandIn server;

  private CognitoProvider(StandInNetwork network) {
    var accessKey = SigningKey.of("RS256");
    var idKey = SigningKey.of("RS256");
    var another = new CognitoPool(pool.region(), pool.region() + "_z9Y8x7W6v", pool.clientId());
    this.tokens = new CognitoTokens(pool, accessKey, idKey, network.clock());
    this.otherPool =
        new CognitoTokens(another, SigningKey.of("RS256"), SigningKey.of("RS256"), network.clock());
    var routes = new Routes();
    CognitoDocuments.of(pool, List.of(idKey, accessKey))
        .forEach((path, json) -> routes.document("https://" + pool.host() + path, json));
    this.server = StandIn.start(network, routes);
  }

  public static CognitoProvider startIn(StandInNetwork network) {
    return new CognitoProvider(network);
  }

  @Override
  public String preset() {
    return "AwsCognito";
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("region", pool.region(), "userPoolId", pool.userPoolId());
  }

  @Override
  public List<String> audiences() {
    return List.of(pool.clientId());
  }

  @Override
  public Optional<ClientSecret> client() {
    return Optional.empty();
  }

  @Override
  public String usernameOf(Person person) {
    return person.username();
  }

  @Override
  public List<String> groupsOf(Person person) {
    return person.groups();
  }

  @Override
  public Optional<String> issue(TokenKind kind, Person person) {
    return draft(kind, person).map(TokenDraft::sign);
  }

  private Optional<TokenDraft> draft(TokenKind kind, Person person) {
    return switch (kind) {
      case VALID -> Optional.of(of(person));
      case EXPIRED -> Optional.of(of(person).expiresIn(Duration.ofMinutes(-1)));
      case FORGED -> Optional.of(of(person).signedBy(SigningKey.of("RS256")));
      case OTHER_APPLICATION -> Optional.of(of(person).claim("client_id", OTHER_CLIENT));
      case OTHER_TENANT -> Optional.of(otherPool.accessToken(person.username(), groups(person)));
      case APP_ONLY -> Optional.of(tokens.applicationToken(pool.clientId(), "jira/read"));
      case NO_USER -> Optional.of(of(person).withoutClaim("username"));
      case ID_TOKEN -> Optional.of(tokens.idToken(person.username(), groups(person)));
      case REVOKED, OTHER_AUDIENCE, GROUP_OVERAGE -> Optional.empty();
    };
  }

  @Override
  public StandIn server() {
    return server;
  }

  private TokenDraft of(Person person) {
    return tokens.accessToken(person.username(), groups(person));
  }

  private static String[] groups(Person person) {
    return person.groups().toArray(String[]::new);
  }
}
