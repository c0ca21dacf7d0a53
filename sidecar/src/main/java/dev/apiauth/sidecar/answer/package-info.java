/**
 * Refusals as HTTP: the product's error shape, the challenge, and what becomes of the connection.
 */
package dev.apiauth.sidecar.answer;
