/**
 * Providers that are asked: about a token, about what a token leaves out, and about the user behind
 * it. One verifier per kind of question; around them what keeps a slow or silent provider from
 * harming anybody but its own tokens.
 */
package dev.apiauth.sidecar.prove.ask;
