/** Placeholder. */
package dev.apiauth.bench;
