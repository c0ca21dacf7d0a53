package dev.apiauth.testkit.idp;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A realm to be imported: its people and clients; the groups are those that they name.
 *
 * @param name also the realm's id and the last part of its issuer
 * @param people its users
 * @param clients its OAuth clients, beside those that Keycloak adds
 */
public record KeycloakRealm(
    String name, List<KeycloakPerson> people, List<KeycloakClient> clients) {

  private static final int ACCESS_TOKEN_SECONDS = 300;

  /** A login is to cost a test little; these passwords protect nothing. */
  private static final String CHEAP_PASSWORDS =
      "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

  /** The same in every JVM, or each would import the realms anew. */
  private static final SigningKey ASSERTION_KEY = SigningKey.grown("RS256", "bitbucket-assertions");

  public KeycloakRealm {
    people = List.copyOf(people);
    clients = List.copyOf(clients);
  }

  public static KeycloakRealm named(String name) {
    return new KeycloakRealm(name, List.of(), List.of());
  }

  /**
   * The company of the guide: alice may use every product's API, bob none, carol Jira's alone;
   * {@code ci-bot} is an application, {@code other-app} has tokens for something else.
   *
   * <p>The products may ask about tokens that are for them (RFC 7662), and about no others: {@code
   * jira} and {@code confluence} with their secrets, {@code bitbucket} with a signed assertion.
   */
  public static KeycloakRealm atlassian() {
    return company("atlassian");
  }

  /** The same people and clients under another issuer, whose tokens must not count (J18). */
  public static KeycloakRealm partners() {
    return company("partners");
  }

  private static KeycloakRealm company(String name) {
    String[] products = {"jira", "confluence", "bitbucket"};
    String[] apiUsers = {"jira-api-users", "confluence-api-users", "bitbucket-api-users"};
    return named(name)
        .with(KeycloakPerson.named("alice", apiUsers))
        .with(KeycloakPerson.named("bob"))
        .with(KeycloakPerson.named("carol", "jira-api-users", "other"))
        .with(KeycloakClient.forApi("jira"))
        .with(KeycloakClient.forApi("confluence"))
        .with(KeycloakClient.forApi("bitbucket").provenBy(ASSERTION_KEY))
        .with(KeycloakClient.forPeople("guide", products))
        .with(
            KeycloakClient.forPeople("short-lived", products)
                .withAccessTokensFor(Duration.ofSeconds(2)))
        .with(KeycloakClient.forPeople("lightweight", products).withLightweightAccessTokens())
        .with(KeycloakClient.forPeople("other-app", "other-service"))
        .with(KeycloakClient.forApplication("ci-bot", products).withServiceAccountIn(apiUsers));
  }

  /** Signs the assertions of client {@code bitbucket}; it protects nothing. */
  public static SigningKey assertionKey() {
    return ASSERTION_KEY;
  }

  public KeycloakRealm with(KeycloakPerson person) {
    return new KeycloakRealm(name, appended(people, person), clients);
  }

  public KeycloakRealm with(KeycloakClient client) {
    return new KeycloakRealm(name, people, appended(clients, client));
  }

  /** The person of that name. */
  public KeycloakPerson person(String username) {
    return people.stream().filter(one -> one.username().equals(username)).findFirst().orElseThrow();
  }

  /** The client of that name. */
  public KeycloakClient client(String clientId) {
    return clients.stream()
        .filter(one -> one.clientId().equals(clientId))
        .findFirst()
        .orElseThrow();
  }

  /** The realm as a {@code RealmRepresentation}, which Keycloak imports. */
  String json() {
    return CompactToken.json(
        Map.ofEntries(
            entry("id", name),
            entry("realm", name),
            entry("enabled", true),
            entry("sslRequired", "none"),
            entry("passwordPolicy", CHEAP_PASSWORDS),
            entry("accessTokenLifespan", ACCESS_TOKEN_SECONDS),
            entry("groups", groups()),
            entry("users", users()),
            entry("clients", clients.stream().map(KeycloakClient::representation).toList())));
  }

  private List<Map<String, String>> groups() {
    return Stream.concat(
            people.stream().flatMap(person -> person.groups().stream()),
            clients.stream().flatMap(client -> client.serviceAccountGroups().stream()))
        .distinct()
        .map(group -> Map.of("name", group))
        .toList();
  }

  private List<Map<String, Object>> users() {
    return Stream.concat(
            people.stream().map(KeycloakPerson::representation),
            clients.stream()
                .filter(client -> client.kind() == KeycloakClient.Kind.APPLICATION)
                .map(KeycloakClient::serviceAccount))
        .toList();
  }

  private static <T> List<T> appended(List<T> list, T last) {
    var longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }
}
