/** Which policy is in force for a resource, and why: pure functions of what was gathered. */
@NullMarked
package dev.apiauth.operator.resolve;

import org.jspecify.annotations.NullMarked;
