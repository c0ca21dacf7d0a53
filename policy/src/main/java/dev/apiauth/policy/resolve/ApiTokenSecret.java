package dev.apiauth.policy.resolve;

import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.resolve.IssuedToken.Scope;
import dev.apiauth.policy.spec.Operation;
import dev.apiauth.policy.token.ApiTokenHash;
import dev.apiauth.policy.token.ApiTokenText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads one Secret that describes an API token: the keys id, hash, username, created and notAfter,
 * and whichever of groups, notBefore, operations, methods, paths and cidrs narrow it. Lists have an
 * item a line.
 *
 * <p>A key that nobody knows makes the Secret unusable: it might be a restriction with a typing
 * error. So does an empty list, and the token itself, which has no place there.
 */
public final class ApiTokenSecret {

  /** What came of reading one. */
  public sealed interface Reading {

    /** It describes this token. */
    record Described(IssuedToken token) implements Reading {}

    /** It is not used, and why. */
    record Unusable(Problem problem) implements Reading {}
  }

  private static final List<String> KEYS =
      List.of(
          "id",
          "hash",
          "username",
          "groups",
          "created",
          "notBefore",
          "notAfter",
          "operations",
          "methods",
          "paths",
          "cidrs");

  private static final String MEND =
      "Write it as apiauth token new does: id, hash, username, created, notAfter, and lists with an"
          + " item a line";

  private record Flaw(String why, String mend) {}

  private final SecretContent secret;

  /** The first one. */
  private Optional<Flaw> flaw = Optional.empty();

  private ApiTokenSecret(SecretContent secret) {
    this.secret = secret;
  }

  /** Reads one alone, whatever policy it is for. */
  public static Reading read(SecretContent secret) {
    var findings = new Findings();
    return read(secret, findings)
        .<Reading>map(Reading.Described::new)
        .orElseGet(() -> new Reading.Unusable(findings.all().getFirst()));
  }

  /** The token that a Secret describes; empty, with a finding, if it does not. */
  static Optional<IssuedToken> read(SecretContent secret, Findings findings) {
    var reader = new ApiTokenSecret(secret);
    Optional<IssuedToken> token = reader.token();
    reader.flaw.ifPresent(
        flaw ->
            findings.warning(
                "Secret " + secret.name(),
                "the Secret is not used: it " + flaw.why(),
                flaw.mend()));
    return token;
  }

  private Optional<IssuedToken> token() {
    noPlainToken();
    noUnknownKeys();
    Optional<String> id = required("id");
    Optional<ApiTokenHash> hash = required("hash").flatMap(this::hash);
    Optional<String> username = required("username");
    Optional<Instant> created = required("created").flatMap(text -> time("created", text));
    Optional<Instant> notAfter = required("notAfter").flatMap(text -> time("notAfter", text));
    Optional<Instant> notBefore = secret.text("notBefore").flatMap(text -> time("notBefore", text));
    var scope = new Scope(operations(), list("methods"), list("paths"), list("cidrs"));
    if (flaw.isPresent()) return Optional.empty();
    return Optional.of(
        new IssuedToken(
            id.orElseThrow(),
            hash.orElseThrow(),
            username.orElseThrow(),
            secret.text("groups").map(ApiTokenSecret::lines),
            created.orElseThrow(),
            notBefore,
            notAfter.orElseThrow(),
            scope,
            "Secret " + secret.name()));
  }

  private void noPlainToken() {
    boolean there =
        secret.data().values().stream()
            .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
            .anyMatch(ApiTokenText::isIn);
    if (there) {
      flawed(
          "holds an API token itself, which whoever may read it can use",
          "Issue a new token, give it to its user alone, and keep only its hash");
    }
  }

  private void noUnknownKeys() {
    var unknown = new TreeSet<>(secret.data().keySet());
    KEYS.forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      flawed(
          "has a key that nobody knows: " + unknown.getFirst(),
          "Remove it, or correct it: the keys are " + String.join(", ", KEYS));
    }
  }

  private Optional<ApiTokenHash> hash(String text) {
    Optional<ApiTokenHash> hash = ApiTokenHash.parse(text);
    if (hash.isEmpty()) flawed("has a hash that is no SHA-256 in 64 hexadecimal digits", MEND);
    return hash;
  }

  private Optional<Instant> time(String key, String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notATime) {
      flawed("has a %s that is no time like 2027-03-31T00:00:00Z".formatted(key), MEND);
      return Optional.empty();
    }
  }

  private List<Operation> operations() {
    return list("operations").stream().flatMap(text -> operation(text).stream()).toList();
  }

  private Optional<Operation> operation(String text) {
    Optional<Operation> known =
        Arrays.stream(Operation.values()).filter(each -> each.name().equals(text)).findFirst();
    if (known.isEmpty()) {
      flawed(
          "has operations that nobody knows",
          "Choose of " + Arrays.toString(Operation.values()) + ", one a line");
    }
    return known;
  }

  /** A list that is there narrows; an empty one would not. */
  private List<String> list(String key) {
    Optional<List<String>> items = secret.text(key).map(ApiTokenSecret::lines);
    if (items.filter(List::isEmpty).isPresent()) {
      flawed("has no %s though the key is there".formatted(key), "Name some, or remove the key");
    }
    return items.orElse(List.of());
  }

  private Optional<String> required(String key) {
    Optional<String> text = secret.text(key).filter(value -> !value.isEmpty());
    if (text.isEmpty()) flawed("has no " + key, MEND);
    return text;
  }

  private void flawed(String why, String mend) {
    if (flaw.isEmpty()) flaw = Optional.of(new Flaw(why, mend));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
