/** The steps of enforcement, one class each, and the one place that knows their order. */
package dev.apiauth.sidecar.pipeline;
