/** What becomes of pods on their way through admission, where the operator runs as it would. */
@NullMarked
package dev.apiauth.e2e.injection;

import org.jspecify.annotations.NullMarked;
