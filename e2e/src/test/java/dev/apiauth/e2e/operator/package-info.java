/** The operator as a process that ends, comes back and stands by, beside pods that serve. */
@NullMarked
package dev.apiauth.e2e.operator;

import org.jspecify.annotations.NullMarked;
