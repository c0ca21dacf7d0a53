/**
 * The keys of providers: where they are fetched from, how often, and how long they last when the
 * provider does not answer.
 */
package dev.apiauth.sidecar.prove.keys;
