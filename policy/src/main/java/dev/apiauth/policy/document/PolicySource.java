package dev.apiauth.policy.document;

/**
 * The resource that a policy was made from.
 *
 * @param namespace its namespace
 * @param name its name
 * @param generation its generation, which the API server counts; 0 for a file
 */
public record PolicySource(String namespace, String name, long generation) {}
