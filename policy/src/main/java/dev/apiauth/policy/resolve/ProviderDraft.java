package dev.apiauth.policy.resolve;

import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.ProviderDocument.AudienceDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsDocument;
import dev.apiauth.policy.document.ProviderDocument.GroupsEncoding;
import dev.apiauth.policy.document.ProviderDocument.UsernameDocument;
import dev.apiauth.policy.preset.ProviderPreset;
import dev.apiauth.policy.spec.AudienceProofMode;
import dev.apiauth.policy.spec.ClientSpec;
import dev.apiauth.policy.spec.GroupAccessSpec;
import dev.apiauth.policy.spec.GroupOverage;
import dev.apiauth.policy.spec.GroupSource;
import dev.apiauth.policy.spec.GroupsClaimSpec;
import dev.apiauth.policy.spec.ProviderSpec;
import dev.apiauth.policy.spec.RequiredClaimSpec;
import dev.apiauth.policy.spec.UsernameSpec;
import dev.apiauth.policy.token.ClaimPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider as preset and resource together have it, cut down to what the policy needs; parameters
 * still stand open.
 *
 * @param spec what the user wrote
 * @param preset what is known
 * @param access whose groups are asked for
 */
record ProviderDraft(ProviderSpec spec, ProviderPreset preset, GroupAccessSpec access) {

  private static final List<String> EVERYBODY = List.of("*");

  UsernameDocument username() {
    UsernameSpec written = spec.username();
    if (written == null) return new UsernameDocument(preset.username(), List.of());
    String claim = written.claim();
    return new UsernameDocument(claim == null ? preset.username() : claim, written.transform());
  }

  /** Absent where the resource does without the proof. */
  @Nullable AudienceDocument audience() {
    if (spec.audienceProof() == AudienceProofMode.InsecureNone) return null;
    String written = spec.tokens() == null ? null : spec.tokens().audienceClaim();
    return new AudienceDocument(written == null ? preset.audience() : written, spec.audiences());
  }

  List<String> prefixes() {
    List<String> written = spec.tokens() == null ? null : spec.tokens().prefixes();
    return written == null ? preset.prefixes() : written.stream().distinct().toList();
  }

  /** The preset's first: what it requires cannot be given up. */
  List<RequiredClaimSpec> requiredClaims() {
    return Stream.concat(preset.requiredClaims().stream(), spec.requiredClaims().stream()).toList();
  }

  /** Whether the policy names groups that a credential has to tell. */
  boolean groupsAreAsked() {
    boolean named =
        !access.allow().equals(EVERYBODY)
            || !access.deny().isEmpty()
            || !access.readOnly().isEmpty();
    return named && access.source() == GroupSource.Credential;
  }

  /** Too many groups are of no interest where nobody asks for any. */
  @Nullable GroupsDocument groups() {
    GroupsDocument known = preset.groups();
    String claim = writtenGroups();
    if (known == null || (claim != null && !claim.equals(known.claim()))) {
      GroupsEncoding encoding = known == null ? GroupsEncoding.Array : known.encoding();
      return claim == null ? null : new GroupsDocument(claim, encoding, List.of());
    }
    return groupsAreAsked()
        ? known
        : new GroupsDocument(known.claim(), known.encoding(), List.of());
  }

  private @Nullable String writtenGroups() {
    GroupsClaimSpec written = spec.groups();
    return written == null ? null : written.claim();
  }

  GroupOverage overage() {
    GroupsClaimSpec written = spec.groups();
    return written == null ? GroupOverage.Deny : written.overage();
  }

  /** Whether the preset can ask for groups that a token leaves out of the chosen claim. */
  boolean canResolveOverage() {
    GroupsDocument known = preset.groups();
    return known != null
        && !known.overage().isEmpty()
        && (writtenGroups() == null || known.claim().equals(writtenGroups()));
  }

  /** Those that something begins with that the policy looks at. */
  List<LookupDocument> lookups() {
    Set<String> wanted = new TreeSet<>();
    claims().forEach(claim -> wanted.add(firstStep(claim)));
    return preset.lookups().stream()
        .filter(lookup -> isOverage(lookup) ? isResolved() : wanted.contains(lookup.name()))
        .toList();
  }

  private boolean isResolved() {
    return overage() == GroupOverage.Resolve && groupsAreAsked() && canResolveOverage();
  }

  /** A look-up with the name of the groups claim fills that claim in. */
  private boolean isOverage(LookupDocument lookup) {
    GroupsDocument known = preset.groups();
    return known != null && !known.overage().isEmpty() && known.claim().equals(lookup.name());
  }

  /** Whatever the policy looks at. */
  private List<String> claims() {
    var claims = new ArrayList<String>();
    claims.add(username().claim());
    GroupsDocument groups = groups();
    if (groups != null && groupsAreAsked()) claims.add(groups.claim());
    AudienceDocument audience = audience();
    if (audience != null) claims.add(audience.claim());
    requiredClaims().forEach(required -> claims.add(required.claim()));
    return claims;
  }

  private static String firstStep(String claim) {
    return ClaimPath.parse(claim).map(path -> path.steps().getFirst()).orElse(claim);
  }

  Optional<String> clientId() {
    return Optional.ofNullable(spec.client()).map(ClientSpec::id);
  }

  /** The names of the places that are left to be filled. */
  Set<String> places() {
    return Filling.places(
        List.of(
            spec.issuer() == null ? preset.issuers() : List.of(),
            preset.verification(),
            requiredClaims(),
            lookups()));
  }
}
