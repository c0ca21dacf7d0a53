package dev.apiauth.policy.document;

import dev.apiauth.policy.spec.ApplicationSpec;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.TransformSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider, with everything that its preset says filled in.
 *
 * @param name how logs, metrics and status call it
 * @param issuers the exact {@code iss} of its JWTs; empty where it issues none
 * @param prefixes how its tokens begin that are no JWTs; without any issuer and prefix, it is the
 *     one that unknown tokens go to
 * @param verification how a token is proven
 * @param audience what proves that a token is meant for this service; absent where the resource
 *     does without (UserInfo)
 * @param scopes which scopes a token must carry
 * @param requiredClaims what else a token must say
 * @param username who the token's user is
 * @param groups which groups the user is in; absent where the provider does not tell
 * @param application what tells an application's own token from a user's
 * @param applications which users application tokens act as
 * @param lookups what else the provider is asked once a token is proven
 * @param client this service as the provider knows it; its secret is in {@link SecretsDocument}
 * @param limits bounds on age and size
 */
public record ProviderDocument(
    String name,
    List<String> issuers,
    List<String> prefixes,
    VerificationDocument verification,
    @Nullable AudienceDocument audience,
    ScopesDocument scopes,
    List<RequiredClaimSpec> requiredClaims,
    UsernameDocument username,
    @Nullable GroupsDocument groups,
    @Nullable ApplicationMarkDocument application,
    List<ApplicationSpec> applications,
    List<LookupDocument> lookups,
    @Nullable ClientDocument client,
    LimitsDocument limits) {

  /** Lists are copied. A provider that lacks a member is none. */
  public ProviderDocument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(verification, "verification");
    Objects.requireNonNull(scopes, "scopes");
    Objects.requireNonNull(username, "username");
    Objects.requireNonNull(limits, "limits");
    issuers = List.copyOf(issuers);
    prefixes = List.copyOf(prefixes);
    requiredClaims = List.copyOf(requiredClaims);
    applications = List.copyOf(applications);
    lookups = List.copyOf(lookups);
  }

  /**
   * This service as the provider knows it.
   *
   * @param id the client id
   * @param authentication how it proves itself
   */
  public record ClientDocument(String id, ClientAuthentication authentication) {}

  /**
   * What proves that a token is meant for this service.
   *
   * @param claim the claim that is looked at
   * @param anyOf the values of which one must be there
   */
  public record AudienceDocument(String claim, List<String> anyOf) {}

  /**
   * Which scopes a token must carry.
   *
   * @param claim where they are: a string with spaces between, or an array
   * @param allOf every one of these; empty for none
   */
  public record ScopesDocument(String claim, List<String> allOf) {}

  /**
   * Who the token's user is.
   *
   * @param claim where the name is
   * @param transform the changes on the way to the product's user name
   */
  public record UsernameDocument(String claim, List<TransformSpec> transform) {}

  /**
   * Which groups the user is in.
   *
   * @param claim where they are
   * @param encoding how they are written there
   * @param overage if one of these holds and the claim is not there, the user is in more groups
   *     than the token holds: unknown, and never none
   */
  public record GroupsDocument(
      String claim, GroupsEncoding encoding, List<ClaimTestDocument> overage) {

    /** An absent list is empty. */
    public GroupsDocument {
      overage = overage == null ? List.of() : List.copyOf(overage);
    }
  }

  /** How groups are written in a claim. */
  public enum GroupsEncoding {
    /** An array of strings. */
    Array,
    /** An array of strings, or a single one as a plain string. */
    ArrayOrString
  }

  /**
   * What tells an application's own token (client credentials) from a person's.
   *
   * @param clientId the claims that name the application; the first that is there counts
   * @param when if all of these hold, nobody but the application stands behind the token
   * @param agreement what must hold as well before that name is believed
   */
  public record ApplicationMarkDocument(
      List<String> clientId, List<ClaimTestDocument> when, List<ClaimTestDocument> agreement) {

    /** An absent list is empty. */
    public ApplicationMarkDocument {
      clientId = List.copyOf(clientId);
      when = List.copyOf(when);
      agreement = agreement == null ? List.of() : List.copyOf(agreement);
    }
  }

  /**
   * A question to a token's claims.
   *
   * @param claim which claim
   * @param type which question
   * @param value with Equals, StartsWith and EndsWith: the text
   * @param prefix with Spells: what stands before the other claim's value; nothing where it is left
   *     out
   * @param other with Spells: the other claim
   * @param anyOf with OneOf: the texts
   */
  public record ClaimTestDocument(
      String claim,
      ClaimTestType type,
      @Nullable String value,
      @Nullable String prefix,
      @Nullable String other,
      @Nullable List<String> anyOf) {

    /** A question that needs no words. */
    public static ClaimTestDocument of(String claim, ClaimTestType type) {
      return new ClaimTestDocument(claim, type, null, null, null, null);
    }

    /** Is the claim one of these? */
    public static ClaimTestDocument oneOf(String claim, List<String> anyOf) {
      return new ClaimTestDocument(claim, ClaimTestType.OneOf, null, null, null, anyOf);
    }

    /** Does the claim say what the other one says? */
    public static ClaimTestDocument same(String claim, String other) {
      return new ClaimTestDocument(claim, ClaimTestType.Spells, null, null, other, null);
    }
  }

  /** The questions to a claim. */
  public enum ClaimTestType {
    /** Is it there, and not null? */
    Present,
    /** Is it not there, or null? */
    Absent,
    /** Is it exactly this text? */
    Equals,
    /** Is it one of these: a text, a whole number by its digits, or a JSON true or false? */
    OneOf,
    /** Is it the JSON value true, and not a text (I2)? */
    True,
    /** Does it begin with this text? */
    StartsWith,
    /** Does it end with this text? */
    EndsWith,
    /** Is it the prefix and then what the other claim says? */
    Spells
  }

  /**
   * Bounds on age and size.
   *
   * @param positiveSeconds how long a good answer of the provider is remembered
   * @param negativeSeconds how long a bad one is
   * @param refreshSeconds how old keys get before they are fetched again
   * @param maxStalenessSeconds how long known keys are good while the provider is silent
   * @param maxLifetimeSeconds the longest life of a token
   * @param maxLength the longest token, in characters
   */
  public record LimitsDocument(
      long refreshSeconds,
      long maxStalenessSeconds,
      long maxLifetimeSeconds,
      int maxLength,
      long positiveSeconds,
      long negativeSeconds) {}
}
