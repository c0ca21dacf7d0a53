/**
 * {@code ./quickstart}: a real control plane, the chart, the operator as a process, pods whose
 * sidecars admission put in.
 *
 * <p>Operator and sidecars are processes of their own; nothing here knows their classes.
 */
package dev.apiauth.testkit.playground.cluster;
