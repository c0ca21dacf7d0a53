/** What was refused, or would be, and who still uses passwords: counted, bounded, and reported. */
package dev.apiauth.sidecar.usage;
