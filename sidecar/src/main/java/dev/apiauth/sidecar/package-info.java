/** Placeholder. */
package dev.apiauth.sidecar;
