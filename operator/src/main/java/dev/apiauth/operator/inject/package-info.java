/**
 * What is put into a pod, and into which: pure functions of the pod, the resources and the
 * installation.
 */
@NullMarked
package dev.apiauth.operator.inject;

import org.jspecify.annotations.NullMarked;
