package dev.apiauth.sidecar.explain;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.apiauth.policy.decide.CompiledPolicy;
import dev.apiauth.policy.document.VaultDocument;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.outcome.Reason;
import dev.apiauth.sidecar.identity.Caller;
import dev.apiauth.sidecar.identity.ProductGroups;
import dev.apiauth.sidecar.identity.ProductProbe;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stands where the product would be asked "who am I", and for somebody's groups. A token on file is
 * taken to be its user's; of a caller's own token or session it knows what it was told, else
 * nothing, and nothing of groups. Used for one request.
 */
final class ProductNotAsked implements ProductProbe, ProductGroups {

  private final Map<String, String> owners;
  private final ProductsWord word;
  private final List<String> questions = new ArrayList<>();

  /**
   * Answers by those.
   *
   * @param vault the tokens on file
   * @param word what the product is taken to say
   */
  ProductNotAsked(VaultDocument vault, ProductsWord word) {
    this.owners =
        vault.entries().stream()
            .filter(entry -> !entry.isAmbiguous())
            .collect(toUnmodifiableMap(VaultEntry::token, VaultEntry::username, (one, two) -> one));
    this.word = word;
  }

  @Override
  public Future<Outcome<Optional<String>>> whoAmI(Caller caller, CompiledPolicy policy) {
    return Future.succeededFuture(
        switch (caller) {
          case Caller.Token(String token) when owners.containsKey(token) -> onFile(token);
          case Caller.Token token -> told("whose the caller's token is");
          case Caller.Cookies cookies -> told("whose the session is");
        });
  }

  @Override
  public Future<Outcome<Set<String>>> of(String token, String username, CompiledPolicy policy) {
    questions.add("which of its groups " + username + " is in");
    return Future.succeededFuture(
        word.groups().map(Outcome::pass).orElseGet(() -> Outcome.refuse(Reason.GROUPS_SILENT)));
  }

  /** What it would have been asked, each as the end of a sentence. */
  List<String> questions() {
    return List.copyOf(questions);
  }

  private Outcome<Optional<String>> onFile(String token) {
    questions.add("whose the token on file is");
    return Outcome.pass(Optional.ofNullable(owners.get(token)));
  }

  private Outcome<Optional<String>> told(String question) {
    questions.add(question);
    return word.user().isPresent()
        ? Outcome.pass(word.user())
        : Outcome.refuse(Reason.PRODUCT_UNREACHABLE);
  }
}
