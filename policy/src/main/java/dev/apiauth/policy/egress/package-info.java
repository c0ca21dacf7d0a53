/**
 * Which URLs of others the product may fetch, and at which addresses: the part that needs no
 * network, so that a resource is judged by the same rules as a connection. Depends on the JDK
 * alone.
 */
package dev.apiauth.policy.egress;
