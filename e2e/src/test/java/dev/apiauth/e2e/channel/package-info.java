/** A real sidecar, in a process of its own, and the operator's questions to it. */
@org.jspecify.annotations.NullMarked
package dev.apiauth.e2e.channel;
