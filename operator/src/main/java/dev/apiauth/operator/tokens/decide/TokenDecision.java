package dev.apiauth.operator.tokens.decide;

/** What is to be done about a token. */
public sealed interface TokenDecision {

  /** A value is to be made, and takes the place of the one that is there. */
  record Issue() implements TokenDecision {}

  /** Nothing is to be done. */
  record Leave(TokenVerdict verdict) implements TokenDecision {}

  /** It ended so long ago that the resource is to go, and its Secret with it. */
  record Remove() implements TokenDecision {}
}
