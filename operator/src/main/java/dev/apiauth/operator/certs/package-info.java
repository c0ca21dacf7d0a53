/**
 * The operator's own certificate authority, the certificates that it signs, and who trusts them.
 */
@NullMarked
package dev.apiauth.operator.certs;

import org.jspecify.annotations.NullMarked;
