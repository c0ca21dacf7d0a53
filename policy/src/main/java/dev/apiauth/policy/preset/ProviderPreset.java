package dev.apiauth.policy.preset;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument.ApplicationMarkDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an identity provider: facts about other people's software, read from {@code
 * presets/providers}.
 *
 * <p>{@code {name}} stands for a parameter, in every text below verification, lookups, issuers and
 * requiredClaims; {@code {clientId}} for the id of the resource's {@code client}.
 *
 * @param name the name by which resources choose it
 * @param parameters what the resource must say, where a place for it is left after all that the
 *     policy does not need is taken away
 * @param issuers each {@code iss} that its JWTs may have
 * @param prefixes how its tokens begin that are no JWTs
 * @param verification how its tokens are proven
 * @param audience the claim that names the service that a token is meant for
 * @param scopes the claim with the scopes
 * @param requiredClaims what every token must say, whatever the resource asks for
 * @param username the claim with the name that people know
 * @param chosenByPeople claims that people choose themselves, and so may choose anybody's
 * @param groups the claim with the groups; absent where the provider's tokens do not tell
 * @param application what tells an application's own token
 * @param withoutApplications why there is no such mark; in its place
 * @param authentications how this service may prove itself to the provider; empty for anyhow
 * @param lookups what else it can be asked
 */
public record ProviderPreset(
    String name,
    List<Parameter> parameters,
    List<String> issuers,
    List<String> prefixes,
    VerificationDocument verification,
    String audience,
    String scopes,
    List<RequiredClaimSpec> requiredClaims,
    String username,
    List<ChosenClaims> chosenByPeople,
    @Nullable GroupsDocument groups,
    @Nullable ApplicationMarkDocument application,
    @Nullable String withoutApplications,
    List<ClientAuthentication> authentications,
    List<LookupDocument> lookups) {

  /** Absent lists are empty. */
  public ProviderPreset {
    parameters = list(parameters);
    issuers = list(issuers);
    prefixes = list(prefixes);
    requiredClaims = list(requiredClaims);
    chosenByPeople = list(chosenByPeople);
    authentications = list(authentications);
    lookups = list(lookups);
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /**
   * Something that the resource must say.
   *
   * @param name its name in {@code parameters}
   * @param pattern an RE2 expression that it, or each of several, must match as a whole
   * @param example a value that does, for messages
   * @param byDefault what holds where the resource does not say it; absent where it must
   * @param count whether there may be several, separated by commas: issuers and required claims
   *     then have one of each, and everything else is made with the first
   * @param spelling how the provider may write the value in tokens; issuers and required claims
   *     then have each spelling
   */
  public record Parameter(
      String name,
      String pattern,
      String example,
      @Nullable String byDefault,
      Count count,
      Spelling spelling) {

    /** One, as it was given, where they are left out. */
    public Parameter {
      count = count == null ? Count.One : count;
      spelling = spelling == null ? Spelling.AsGiven : spelling;
    }
  }

  /** How many values a parameter has. */
  public enum Count {
    /** Exactly one. */
    One,
    /** One or more, separated by commas. */
    Several
  }

  /** The letter case in which a provider writes a value. */
  public enum Spelling {
    /** As the resource has it. */
    AsGiven,
    /**
     * As the resource has it, or all in lower case: for names that the provider itself looks up
     * without regard to case, so that no second one can differ in case alone.
     */
    AsGivenOrLowerCase
  }

  /**
   * Claims that people choose themselves. As user name, one is good only through a transform of
   * type Map, or where the resource requires a proof of belonging to an organisation.
   *
   * @param claims the claims
   * @param proofs each of these, or what lies below it, is such a proof when it is required; empty
   *     where the provider has none
   */
  public record ChosenClaims(List<String> claims, List<String> proofs) {

    /** Absent proofs are none. */
    public ChosenClaims {
      claims = List.copyOf(claims);
      proofs = list(proofs);
    }
  }
}
