/** Placeholder. */
package dev.apiauth.testkit;
