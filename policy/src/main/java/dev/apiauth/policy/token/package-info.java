/**
 * What a token must look like and say, and who that is: strict reading, claim rules, username,
 * groups and applications. Pure; the instant is always passed in.
 *
 * <p>Nothing here checks a signature. A {@link dev.apiauth.policy.token.CompactJws} is somebody's
 * claim until the sidecar has proven it.
 */
package dev.apiauth.policy.token;
