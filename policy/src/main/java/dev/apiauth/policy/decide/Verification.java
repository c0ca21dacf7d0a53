package dev.apiauth.policy.decide;

import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.CompletionDocument;
import dev.apiauth.policy.document.VerificationDocument.KeysDocument;
import dev.apiauth.policy.token.AnswerRules;
import dev.apiauth.policy.token.TokenRules;
import java.util.Optional;

/** How a provider's tokens are proven. */
public sealed interface Verification {

  /**
   * By their signature.
   *
   * @param rules what a token must look like and say
   * @param keys where the public keys are
   * @param completion where claims are asked for that a lightweight token leaves out
   * @param completed what that answer must say; empty where nothing is asked
   */
  record BySignature(
      TokenRules rules,
      KeysDocument keys,
      Optional<CompletionDocument> completion,
      Optional<AnswerRules> completed)
      implements Verification {}

  /**
   * By asking the provider about each.
   *
   * @param rules what the answer must say
   * @param how how it is asked; no Jwt
   */
  record ByAsking(AnswerRules rules, VerificationDocument how) implements Verification {}
}
