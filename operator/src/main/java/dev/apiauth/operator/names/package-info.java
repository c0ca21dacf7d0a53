/**
 * What everything that the operator makes or reads is called: names, labels, annotations, ports.
 */
@NullMarked
package dev.apiauth.operator.names;

import org.jspecify.annotations.NullMarked;
