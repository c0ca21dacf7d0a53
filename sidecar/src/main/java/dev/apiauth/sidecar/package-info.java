/**
 * The sidecar as a whole: its command line, its settings, and the one place where its parts are put
 * together.
 */
package dev.apiauth.sidecar;
