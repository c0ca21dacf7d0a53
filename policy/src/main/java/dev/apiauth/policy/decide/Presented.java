package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.Credential;

/**
 * A request whose credential has been taken out.
 *
 * @param target the request and its path
 * @param credential the one that it presents, or none
 * @param cookies the cookies by which the product would take it for a user's
 */
public record Presented(Target target, Credential credential, SessionCookies cookies) {}
