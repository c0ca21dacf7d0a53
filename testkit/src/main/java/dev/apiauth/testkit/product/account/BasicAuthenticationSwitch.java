package dev.apiauth.testkit.product.account;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The product's own switch for {@code Authorization: Basic}, as its REST API shows and takes it
 * ({@code /rest/basicauth/1.0/config}).
 *
 * <p>It looks at that header alone: user names and passwords in parameters, and the login page,
 * stay open. {@code *} in a path stands for any characters.
 *
 * @param allowedPaths paths below the context path where Basic stays possible
 * @param allowedUsers accounts, in any letter case, for which Basic stays possible
 */
public record BasicAuthenticationSwitch(
    @JsonProperty("block-requests") boolean blockRequests,
    @JsonProperty("allowed-paths") List<String> allowedPaths,
    @JsonProperty("allowed-users") List<String> allowedUsers) {

  /** Basic works: the default of instances that were upgraded. */
  public static final BasicAuthenticationSwitch ALLOWED =
      new BasicAuthenticationSwitch(false, List.of(), List.of());

  /** Basic is refused everywhere: the default of Jira 11, Confluence 10.2 and Bitbucket 10. */
  public static final BasicAuthenticationSwitch BLOCKED =
      new BasicAuthenticationSwitch(true, List.of(), List.of());

  public BasicAuthenticationSwitch {
    allowedPaths = allowedPaths == null ? List.of() : List.copyOf(allowedPaths);
    allowedUsers = allowedUsers == null ? List.of() : List.copyOf(allowedUsers);
  }

  /** Whether a Basic header of {@code username} is refused on {@code path}. */
  public boolean blocks(String path, String username) {
    return blockRequests
        && allowedUsers.stream().noneMatch(username::equalsIgnoreCase)
        && allowedPaths.stream().noneMatch(pattern -> covers(pattern, path));
  }

  private static boolean covers(String pattern, String path) {
    var expression =
        Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
    return path.matches(expression);
  }
}
