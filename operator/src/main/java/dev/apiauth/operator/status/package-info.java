/** From facts to the status that users read: one class per condition, pure functions. */
@NullMarked
package dev.apiauth.operator.status;

import org.jspecify.annotations.NullMarked;
