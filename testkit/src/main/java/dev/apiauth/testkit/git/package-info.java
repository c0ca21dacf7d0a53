/** The machine's own {@code git} and {@code git lfs}, as a person or a pipeline runs them. */
package dev.apiauth.testkit.git;
