/** A certificate authority for tests, and the certificates, good and bad, that it issues. */
@NullMarked
package dev.apiauth.testkit.tls;

import org.jspecify.annotations.NullMarked;
