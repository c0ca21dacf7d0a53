/** What the sidecar counts and measures, in the words of the pipeline; docs/metrics.md lists it. */
package dev.apiauth.sidecar.metrics;
