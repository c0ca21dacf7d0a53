/** Processes that tests start: awaited, watched, and ended by their own handle alone. */
@NullMarked
package dev.apiauth.testkit.process;

import org.jspecify.annotations.NullMarked;
