/** apiauth in a cluster of this machine, started once for all tests, and what a team does in it. */
@NullMarked
package dev.apiauth.e2e.cluster;

import org.jspecify.annotations.NullMarked;
