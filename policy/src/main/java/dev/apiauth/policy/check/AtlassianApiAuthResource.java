package dev.apiauth.policy.check;

import dev.apiauth.policy.spec.AtlassianApiAuthSpec;

/**
 * A resource that schema and rules accept. Whether its parts make sense together with presets and
 * Secrets is not known yet.
 *
 * @param name the resource's name, an RFC 1123 subdomain
 * @param namespace the namespace of the resource and of all that it refers to; empty where a file
 *     does not say
 * @param generation counts the changes of the spec (Kubernetes API conventions); 0 where a file
 *     does not say
 * @param spec what the user wrote, defaults filled in
 */
public record AtlassianApiAuthResource(
    String name, String namespace, long generation, AtlassianApiAuthSpec spec) {}
