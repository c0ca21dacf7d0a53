/** Addresses for pods on this machine: a network namespace each where that is allowed. */
@NullMarked
package dev.apiauth.testkit.kube.network;

import org.jspecify.annotations.NullMarked;
