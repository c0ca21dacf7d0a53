package dev.apiauth.policy.preset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.apiauth.policy.request.PathClass;
import dev.apiauth.policy.spec.Operation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a product: facts about other people's software, read from {@code
 * presets/products}.
 *
 * @param name the name by which resources choose it
 * @param versions the product versions that the facts hold for
 * @param source where the facts are from
 * @param upstream where the product usually listens
 * @param classes what kind of thing each path is; the first that matches counts
 * @param operations what requests to some paths do; the first that matches counts, and the method
 *     where none does
 * @param sessionCookies cookies that make the product take a request for a user's
 * @param personalAccessTokens what the product's own tokens look like, and where they work
 * @param largeFiles how it serves Git LFS
 * @param probe how to ask the product whom it takes a caller for
 * @param groups how to ask the product for the groups of a user; absent where it cannot be asked
 *     with a token
 * @param actedAs how the product tells in an answer whom it acted as
 * @param refusals the product's error shape
 */
public record ProductProfile(
    String name,
    String versions,
    String source,
    Upstream upstream,
    List<ClassRule> classes,
    List<OperationRule> operations,
    List<String> sessionCookies,
    PersonalAccessTokens personalAccessTokens,
    LargeFiles largeFiles,
    Probe probe,
    @Nullable Groups groups,
    ActedAs actedAs,
    Refusals refusals) {

  /** A product without large files does not mention them. */
  public ProductProfile {
    largeFiles = largeFiles == null ? LargeFiles.NONE : largeFiles;
  }

  /**
   * Where the product usually listens.
   *
   * @param port its port
   * @param contextPath its context path; empty for none
   */
  public record Upstream(int port, String contextPath) {}

  /**
   * What kind of thing some paths are.
   *
   * @param pathClass the class
   * @param methods for which methods; empty for all
   * @param paths patterns below the context path
   */
  public record ClassRule(
      @JsonProperty("class") PathClass pathClass, Set<String> methods, List<String> paths) {

    /** Absent methods mean all. */
    public ClassRule {
      methods = methods == null ? Set.of() : Set.copyOf(methods);
      paths = List.copyOf(paths);
    }
  }

  /**
   * What requests to some paths do.
   *
   * @param operation what they do
   * @param methods for which methods; empty for all
   * @param paths patterns below the context path
   */
  public record OperationRule(Operation operation, Set<String> methods, List<String> paths) {

    /** Absent methods mean all. */
    public OperationRule {
      methods = methods == null ? Set.of() : Set.copyOf(methods);
      paths = List.copyOf(paths);
    }
  }

  /**
   * What the product's own tokens look like, and where they work.
   *
   * @param shapes RE2 expressions, one of which matches a whole token
   * @param reach patterns of the paths on which the product accepts them; elsewhere it ignores them
   * @param exceptions patterns below those on which it refuses them all the same
   */
  public record PersonalAccessTokens(
      List<String> shapes, List<String> reach, List<String> exceptions) {}

  /**
   * How the product serves Git LFS.
   *
   * @param transfers patterns of the paths on which it takes, with the scheme JWT, tokens of its
   *     own that it gave out for single transfers
   */
  public record LargeFiles(List<String> transfers) {

    /** For products without it. */
    public static final LargeFiles NONE = new LargeFiles(List.of());
  }

  /**
   * How to ask the product whom it takes a caller for.
   *
   * @param path below the context path, called with GET
   * @param user where the answer says it
   */
  public record Probe(String path, ProbeAnswer user) {}

  /**
   * How to ask the product for the groups of a user.
   *
   * @param path below the context path, called with GET and that user's own token; {@code
   *     {username}} and {@code {start}} are filled in, and an answer without {@code {start}} in the
   *     path is the only page
   * @param list the JSON Pointer (RFC 6901) of the list; each item has a {@code name}
   * @param total the JSON Pointer of the number of all groups, where the answer tells it
   * @param next the JSON Pointer of what stands in each page but the last
   */
  public record Groups(String path, String list, @Nullable String total, @Nullable String next) {}

  /** Where the answer to a probe says whom the product takes the caller for. */
  public enum ProbeAnswer {
    /** In the acted-as header. */
    Header,
    /** In the body, as plain text. */
    Body
  }

  /**
   * How the product tells in an answer whom it acted as.
   *
   * @param header the header, URL-encoded
   * @param anonymous what it says when it acted as nobody
   * @param promised the classes on which a missing header is a mismatch (never on 304)
   */
  public record ActedAs(String header, String anonymous, Set<PathClass> promised) {}

  /**
   * The product's error shape: JSON whose strings {@code $message}, {@code $code} and {@code
   * $requestId} and whose number place {@code "$status"} are filled in.
   *
   * @param body for every refusal
   * @param passwordBody for a refused password: what the product itself answers when Basic is
   *     switched off
   */
  public record Refusals(JsonNode body, JsonNode passwordBody) {}
}
