/**
 * apiauth as it is installed in a cluster of this machine: the chart, the operator as a process,
 * and the products' pods with their tokens on file. Knows the modules of the product by their main
 * classes' names alone.
 */
@NullMarked
package dev.apiauth.testkit.cluster;

import org.jspecify.annotations.NullMarked;
