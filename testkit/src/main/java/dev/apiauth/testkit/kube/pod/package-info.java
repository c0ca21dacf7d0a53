/**
 * Plays the kubelet of one node: runs the pods that are bound to it as processes of this machine.
 */
@NullMarked
package dev.apiauth.testkit.kube.pod;

import org.jspecify.annotations.NullMarked;
