/**
 * {@code ./quickstart --standalone}: sidecars that run alone, on loopback.
 *
 * <p>Sidecars are processes of their own, started as the documentation says; nothing here knows
 * their classes.
 */
package dev.apiauth.testkit.playground.standalone;
