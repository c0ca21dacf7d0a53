/**
 * Whether a protected product is protected, how that ends, and what stays secret, on pods that run.
 */
@NullMarked
package dev.apiauth.e2e.protection;

import org.jspecify.annotations.NullMarked;
