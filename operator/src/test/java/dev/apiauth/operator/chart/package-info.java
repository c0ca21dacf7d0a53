/** The chart: what it renders, what it refuses, and what a real API server makes of it. */
@NullMarked
package dev.apiauth.operator.chart;

import org.jspecify.annotations.NullMarked;
