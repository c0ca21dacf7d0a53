/** A real Kubernetes control plane: its programs as processes of this machine, on loopback. */
@NullMarked
package dev.apiauth.testkit.kube.control;

import org.jspecify.annotations.NullMarked;
