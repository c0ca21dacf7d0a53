/** A policy with many of everything, and its way from a resource into force. */
package dev.apiauth.bench.large;
