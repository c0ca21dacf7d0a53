/** One line per decision, and every other log line: structured, bounded, without credentials. */
package dev.apiauth.sidecar.audit;
