/**
 * Test data that nobody of this project wrote: where it lies, and what is said when it does not.
 */
package dev.apiauth.testkit.vectors;
