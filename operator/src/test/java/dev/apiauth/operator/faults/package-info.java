/** The operator while the API server fails, and afterwards. */
@NullMarked
package dev.apiauth.operator.faults;

import org.jspecify.annotations.NullMarked;
