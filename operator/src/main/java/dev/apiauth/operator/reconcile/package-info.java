/** The order of a reconciliation: gather, resolve, render, apply, observe, report. */
@NullMarked
package dev.apiauth.operator.reconcile;

import org.jspecify.annotations.NullMarked;
