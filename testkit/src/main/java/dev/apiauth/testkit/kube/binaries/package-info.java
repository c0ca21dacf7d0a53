/**
 * The programs of a Kubernetes control plane: taken from the cache, else downloaded, else built.
 */
@NullMarked
package dev.apiauth.testkit.kube.binaries;

import org.jspecify.annotations.NullMarked;
