/**
 * Two listeners beside the product's: probes and metrics for everybody, and a channel for the
 * operator alone. The only place with a vertx-web router.
 */
package dev.apiauth.sidecar.admin;
