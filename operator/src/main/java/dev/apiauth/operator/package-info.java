/** The operator: its composition root and its options. */
@NullMarked
package dev.apiauth.operator;

import org.jspecify.annotations.NullMarked;
