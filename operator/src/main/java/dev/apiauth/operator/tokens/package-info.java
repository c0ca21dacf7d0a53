/**
 * API tokens as resources: makes their values, says what becomes of them, and removes them when
 * they have ended for long.
 */
@NullMarked
package dev.apiauth.operator.tokens;

import org.jspecify.annotations.NullMarked;
