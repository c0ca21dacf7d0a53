/** Proof of who is calling: one verifier per kind of credential. */
package dev.apiauth.sidecar.prove;
