/** How log lines of the operator look. */
@NullMarked
package dev.apiauth.operator.log;

import org.jspecify.annotations.NullMarked;
