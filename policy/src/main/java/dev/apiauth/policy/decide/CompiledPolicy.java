package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.CredentialRouter;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicySource;
import dev.apiauth.policy.request.ClientAddressSource;
import dev.apiauth.policy.spec.EnrolmentSpec;
import dev.apiauth.policy.spec.Mode;
import dev.apiauth.policy.spec.PasswordsSpec;
import dev.apiauth.policy.token.UsernameBounds;
import java.util.Map;
import java.util.Optional;

/**
 * A policy as it decides. Immutable: a request keeps the one that it began with.
 *
 * @param hash what identifies it
 * @param source the resource that it was made from
 * @param mode whether refusals are carried out
 * @param product the product in front of which it stands
 * @param upstream where the product listens, and how the world reaches it
 * @param clientAddress how the client's address is told
 * @param router where credentials go
 * @param providers the identity providers by their names
 * @param passwords which passwords are accepted
 * @param access who may call with a credential
 * @param callers what may be reached without one
 * @param usernames whom nobody may act as
 * @param vault the personal access tokens on file
 * @param enrolment what a caller is told who has none that can be used
 * @param apiTokens the tokens that this service issued itself
 */
public record CompiledPolicy(
    PolicyHash hash,
    PolicySource source,
    Mode mode,
    CompiledProduct product,
    CompiledUpstream upstream,
    ClientAddressSource clientAddress,
    CredentialRouter router,
    Map<String, CompiledProvider> providers,
    PasswordsSpec passwords,
    AccessRules access,
    InterfaceRules callers,
    UsernameBounds usernames,
    Vault vault,
    Optional<EnrolmentSpec> enrolment,
    ApiTokenRules apiTokens) {}
