/** The guide's calls, through pods that admission put the sidecar into. */
@NullMarked
package dev.apiauth.e2e.guide;

import org.jspecify.annotations.NullMarked;
