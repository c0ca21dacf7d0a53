/** One request from its head to its audit line: decided, forwarded or refused, recorded. */
package dev.apiauth.sidecar.exchange;
