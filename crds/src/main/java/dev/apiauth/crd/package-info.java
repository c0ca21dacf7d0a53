/** Placeholder. */
package dev.apiauth.crd;
