package dev.apiauth.policy.document;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something else that the provider is asked once a token is proven: its user's name, or groups. The
 * answer is put among the claims under the lookup's name. A lookup is made only where something
 * that the policy needs begins with that name.
 *
 * @param name under which the answer stands among the claims, {@code userinfo}
 * @param call the request
 * @param credential as whom the provider is asked
 * @param when only if one of these holds for the claims that are known; empty for always
 * @param valid what a good answer says, all of it; Slack answers 200 to everything
 * @param absentStatuses the HTTP statuses that mean that there is nothing: nothing is put among the
 *     claims then. Every other failure is none of the caller's doing and leaves nothing decided,
 *     but for 401 and 403 to the caller's own token, which lacks a scope
 * @param subject what must be the same in the token and in the answer (I6); absent where the answer
 *     names nobody
 * @param items how a list of names is taken out of the answer; absent where the answer is an object
 *     that is kept as it is
 */
public record LookupDocument(
    String name,
    CallDocument call,
    Credential credential,
    List<ClaimTestDocument> when,
    List<ClaimTestDocument> valid,
    List<Integer> absentStatuses,
    @Nullable SameDocument subject,
    @Nullable ItemsDocument items) {

  /** Lists are copied. */
  public LookupDocument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(call, "call");
    Objects.requireNonNull(credential, "credential");
    when = list(when);
    valid = list(valid);
    absentStatuses = list(absentStatuses);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * Whom token and answer are about: where both say it, they must say the same. Whole numbers count
   * as their digits.
   *
   * @param answer the claim of the answer
   * @param token the claim of the token, or of the answer about it
   */
  public record SameDocument(String answer, String token) {}

  /** As whom the provider is asked. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Credential.CallersToken.class, name = "CallersToken"),
    @JsonSubTypes.Type(value = Credential.ClientCredentials.class, name = "ClientCredentials"),
    @JsonSubTypes.Type(value = Credential.ServiceAccount.class, name = "ServiceAccount"),
    @JsonSubTypes.Type(value = Credential.ClientSecret.class, name = "ClientSecret")
  })
  public sealed interface Credential {

    /** With the caller's own token, which is this provider's. */
    record CallersToken() implements Credential {}

    /**
     * With a token of this service's own, by client credentials (RFC 6749, section 4.4).
     *
     * @param tokenURL where it is fetched; {@code {claim:NAME}} as in a call's URL
     * @param scope what it is for
     */
    record ClientCredentials(String tokenURL, String scope) implements Credential {}

    /**
     * With a token of a service account that acts for an administrator (RFC 7523, section 2.1;
     * Google's domain-wide delegation). The client's id is the service account, its secret the
     * private key.
     *
     * @param tokenURL where it is fetched
     * @param scope what it is for
     * @param subject the administrator
     */
    record ServiceAccount(String tokenURL, String scope, String subject) implements Credential {}

    /** With the client's secret itself as bearer token (Slack's bot token). */
    record ClientSecret() implements Credential {}
  }

  /**
   * How a list of names is taken out of an answer, page by page. An answer without the list has no
   * names in it; one with something else in its place is none.
   *
   * @param at where the list stands, as a JSON pointer; empty for the answer itself
   * @param name what each item is called: members in braces, {@code {organization.login}:{slug}};
   *     absent where items are strings
   * @param containing an item counts only if its list of that name contains the value of {@code
   *     containingClaim} (Slack's user groups); absent for all
   * @param containingClaim the claim whose value is looked for
   * @param next how the next page is found
   * @param nextAt with Token and Url: where the answer says it, as a JSON pointer
   * @param nextParameter with Token: the parameter that carries it
   */
  public record ItemsDocument(
      String at,
      @Nullable String name,
      @Nullable String containing,
      @Nullable String containingClaim,
      Paging next,
      @Nullable String nextAt,
      @Nullable String nextParameter) {

    /** Where paging is left out, there is one page. */
    public ItemsDocument {
      next = next == null ? Paging.None : next;
    }
  }

  /** How the next page of a list is found. The host must be the same one; at most 50 pages. */
  public enum Paging {
    /** There is one page. */
    None,
    /** By the Link header field with {@code rel="next"} (RFC 8288). */
    LinkHeader,
    /** The answer holds the next page's URL. */
    Url,
    /** The answer holds a token that the next request repeats. */
    Token
  }
}
