/**
 * The command line {@code apiauth}: one class per command, thin over policy and sidecar, so that it
 * says what operator and sidecar would say.
 */
package dev.apiauth.cli;
