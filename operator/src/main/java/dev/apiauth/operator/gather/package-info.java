/** Reads what a reconciliation needs, from caches alone, into one record; the only reader. */
@NullMarked
package dev.apiauth.operator.gather;

import org.jspecify.annotations.NullMarked;
