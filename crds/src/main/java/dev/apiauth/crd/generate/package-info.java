/**
 * Makes the committed CRD out of the spec records: their annotations are its bounds and rules,
 * their Javadoc is what {@code kubectl explain} prints. Build time only.
 */
package dev.apiauth.crd.generate;
