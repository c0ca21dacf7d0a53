/**
 * From files to the policy in force: watch, read a complete set, compile, swap; the last good one
 * stays.
 */
package dev.apiauth.sidecar.reload;
