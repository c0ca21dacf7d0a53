package dev.apiauth.cli.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.decide.CompiledProvider;
import dev.apiauth.policy.decide.Principal;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.policy.outcome.Refusal;
import dev.apiauth.policy.token.CompactJws;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.explain.Explainer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token says, and what the policy makes of it.
 *
 * @param things whether it is proven, and who it is
 * @param claims what it says itself, or what the provider answered about it; a missing node where
 *     neither is known
 */
record TokenLook(List<CheckedThing> things, JsonNode claims) {

  private static final int LONGEST = 65_536;

  static TokenLook at(
      String token, CompiledPolicy policy, CompiledProvider provider, Explainer explainer) {
    var things = new ArrayList<CheckedThing>();
    JsonNode claims = written(token);
    switch (explainer.prove(policy, provider, token)) {
      case Outcome.Pass<TokenClaims>(TokenClaims proven) -> {
        things.add(CheckedThing.fine("token", "proven"));
        things.add(caller(provider, proven));
        claims = json(proven.reveal());
      }
      case Outcome.Refused<TokenClaims>(Refusal refusal) -> things.add(refused("token", refusal));
    }
    return new TokenLook(things, claims);
  }

  private static CheckedThing caller(CompiledProvider provider, TokenClaims claims) {
    return switch (provider.principal(claims)) {
      case Outcome.Refused<Principal>(Refusal refusal) -> refused("caller", refusal);
      case Outcome.Pass<Principal>(Principal principal) ->
          CheckedThing.fine("caller", described(principal));
    };
  }

  private static String described(Principal principal) {
    String user = principal.user().orElse("nobody");
    return switch (principal) {
      case Principal.User known ->
          "user %s, %s"
              .formatted(user, known.groups().map(TokenLook::groups).orElse("groups not told"));
      case Principal.Application known ->
          "application %s as user %s, %s"
              .formatted(
                  known.clientId(),
                  user,
                  known.groups().map(TokenLook::groups).orElse("groups not told"));
      default -> user;
    };
  }

  private static String groups(Set<String> groups) {
    return groups.isEmpty() ? "in no group" : "groups " + String.join(", ", new TreeSet<>(groups));
  }

  private static CheckedThing refused(String name, Refusal refusal) {
    String finding = refusal.finding().isEmpty() ? "" : " (%s)".formatted(refusal.finding());
    String detail = "%s: %s%s".formatted(refusal.reason().code(), refusal.sentence(), finding);
    return refusal.reason() == Reason.PROVIDER_SILENT
        ? CheckedThing.notAnswered(name, detail)
        : CheckedThing.wrong(name, detail);
  }

  private static JsonNode written(String token) {
    return CompactJws.read(token, LONGEST) instanceof Outcome.Pass<CompactJws>(CompactJws jws)
        ? json(new String(jws.payload(), StandardCharsets.UTF_8))
        : MissingNode.getInstance();
  }

  private static JsonNode json(String text) {
    return ProviderMetadata.json(text).orElseGet(() -> MissingNode.getInstance());
  }
}
