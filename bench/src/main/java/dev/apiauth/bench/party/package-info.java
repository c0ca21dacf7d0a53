/** The parties of a measurement: the product's stand-in, the proxies before it, their processes. */
package dev.apiauth.bench.party;
