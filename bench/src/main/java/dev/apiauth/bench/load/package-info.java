/** Where the requests come from. */
package dev.apiauth.bench.load;
