package dev.apiauth.policy.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider whose tokens are accepted. A token goes to the provider with its exact
 * issuer, and to no other.
 *
 * @param name how the provider is called in the audit log, metrics and status
 * @param preset what is known about the provider, by name: AwsCognito, EntraId, GitHub, Keycloak,
 *     Oidc (any provider with discovery) and others, see docs/providers
 * @param type how tokens are checked, for a provider without preset
 * @param parameters what the preset asks for, such as region and userPoolId
 * @param issuer the exact {@code iss} of its tokens; instead of the preset's
 * @param discoveryURL where the provider describes itself; instead of the preset's or {@code
 *     issuer/.well-known/openid-configuration}
 * @param jwksURL where the public keys are fetched; instead of what discovery says
 * @param jwks the public keys themselves, as a JSON Web Key Set; nothing is fetched then
 * @param introspectionURL where the provider is asked about a token (RFC 7662); instead of the
 *     preset's or what discovery says
 * @param userInfoURL where the provider is asked about a token's user; instead of the preset's or
 *     what discovery says
 * @param check the provider's own endpoint that tells about a token; with type ProviderCheck
 * @param client this service as the provider knows it, where the provider must be asked
 * @param audienceProof whether tokens must prove that they were issued for this service
 * @param audiences which tokens are meant for this service: {@code aud} must name one of these, or
 *     what the preset declares instead (Cognito: the app client ids); required unless audienceProof
 *     is InsecureNone
 * @param tokens what a provider's tokens look like, where it differs from the preset
 * @param scopes which scopes a token must carry (RFC 6749, section 3.3)
 * @param requiredClaims what else a token must say
 * @param username who the token's user is, in the product
 * @param groups which groups the token's user is in
 * @param applications which users application-only tokens act as; one that is not listed is refused
 * @param keys how long public keys are kept
 * @param cache how long the provider's answers are remembered
 */
@ValidationRule(
    value = "has(self.preset) != has(self.type)",
    message = "say either preset or type, not both and not neither")
@ValidationRule(
    value =
        "!has(self.type) || self.type != 'Jwt' || (has(self.issuer) && (has(self.jwksURL) ||"
            + " has(self.jwks)) && has(self.username) && has(self.username.claim))",
    message =
        "a provider with a type needs issuer, username.claim, and jwksURL or jwks. Use preset: Oidc"
            + " for one with discovery")
@ValidationRule(
    value =
        "!has(self.type) || self.type == 'Jwt' || (has(self.username) && has(self.username.claim))",
    message = "a provider with a type needs username.claim: what its answer calls the user",
    fieldPath = ".username",
    reason = "FieldValueRequired")
@ValidationRule(
    value =
        "!has(self.type) || self.type != 'Introspection' || (has(self.introspectionURL) &&"
            + " has(self.client))",
    message = "type Introspection needs introspectionURL and client, which authenticates there")
@ValidationRule(
    value = "(has(self.type) && self.type == 'ProviderCheck') == has(self.check)",
    message = "type ProviderCheck needs check, and only ProviderCheck has one",
    fieldPath = ".check",
    reason = "FieldValueRequired")
@ValidationRule(
    value =
        "!has(self.type) || self.type != 'UserInfo' || (has(self.userInfoURL) &&"
            + " self.audienceProof == 'InsecureNone')",
    message =
        "type UserInfo needs userInfoURL, and cannot prove for whom a token was issued. Use"
            + " Introspection or ProviderCheck, or accept every application's tokens with"
            + " audienceProof: InsecureNone")
@ValidationRule(
    value = "self.audienceProof != 'InsecureNone' || (has(self.type) && self.type == 'UserInfo')",
    message = "audienceProof: InsecureNone is for type UserInfo alone. Leave it out",
    fieldPath = ".audienceProof")
@ValidationRule(
    value = "(self.audienceProof == 'Required') == has(self.audiences)",
    message =
        "a token must prove that it was issued for this service. Say audiences; only with"
            + " audienceProof: InsecureNone there are none",
    fieldPath = ".audiences",
    reason = "FieldValueRequired")
@ValidationRule(
    value = "!has(self.type) || !has(self.discoveryURL)",
    message =
        "nothing is discovered for a provider with a type. Use preset: Oidc for one with discovery",
    fieldPath = ".discoveryURL")
@ValidationRule(
    value = "!has(self.type) || !has(self.parameters)",
    message = "parameters belong to a preset, and a provider with a type has none",
    fieldPath = ".parameters")
@ValidationRule(
    value = "!(has(self.jwksURL) && has(self.jwks))",
    message = "say either jwksURL or jwks, not both")
public record ProviderSpec(
    @Required @Size(min = 1, max = 63) @Pattern("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$") String name,
    @Nullable @Size(min = 1, max = 63) String preset,
    @Nullable ProviderType type,
    @Size(max = 16)
        @ValidationRule(
            value = "self.all(parameter, size(parameter) <= 63)",
            message = "the name of a parameter has at most 63 characters")
        Map<String, @Size(max = 253) String> parameters,
    @Nullable @Size(min = 1, max = 512) String issuer,
    @JsonProperty("discoveryURL") @Nullable @Size(min = 1, max = 1024) String discoveryURL,
    @JsonProperty("jwksURL") @Nullable @Size(min = 1, max = 1024) String jwksURL,
    @Nullable @Size(min = 2, max = 65536) String jwks,
    @JsonProperty("introspectionURL") @Nullable @Size(min = 1, max = 1024) String introspectionURL,
    @JsonProperty("userInfoURL") @Nullable @Size(min = 1, max = 1024) String userInfoURL,
    @Nullable CheckSpec check,
    @Nullable ClientSpec client,
    @Default("Required") AudienceProofMode audienceProof,
    @Size(min = 1, max = 64) List<@Size(min = 1, max = 512) String> audiences,
    @Nullable TokensSpec tokens,
    @Nullable ScopesSpec scopes,
    @Size(min = 1, max = 16) List<RequiredClaimSpec> requiredClaims,
    @Nullable UsernameSpec username,
    @Nullable GroupsClaimSpec groups,
    @Size(min = 1, max = 256) List<ApplicationSpec> applications,
    @Nullable KeysSpec keys,
    @Nullable CacheSpec cache) {

  /** Absent lists and maps are empty. */
  public ProviderSpec {
    audienceProof = Defaults.orElse(audienceProof, AudienceProofMode.Required);
    parameters = Defaults.map(parameters);
    audiences = Defaults.list(audiences);
    requiredClaims = Defaults.list(requiredClaims);
    applications = Defaults.list(applications);
  }
}
