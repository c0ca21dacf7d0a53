package dev.apiauth.policy.request;

/**
 * One field line of a message (RFC 9110, section 5.2).
 *
 * @param name as it was written; compare without case
 * @param value without the white space around it
 */
public record HeaderField(String name, String value) {}
