package dev.apiauth.policy.document;

import dev.apiauth.policy.spec.CallMethod;
import dev.apiauth.policy.spec.TokenPlace;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request to a provider, about a token or with one.
 *
 * @param url where; {@code {claim:NAME}} stands for a claim that is known by then, encoded as one
 *     path segment or query value
 * @param method how
 * @param token which token is sent along, and where it stands
 * @param client whether this service authenticates as the provider's client, and how
 * @param headers fixed header fields
 * @param parameters fixed parameters: of the form where one is posted, of the query otherwise;
 *     {@code {claim:NAME}} as in the URL
 */
public record CallDocument(
    String url,
    CallMethod method,
    @Nullable TokenPlacement token,
    ClientPlace client,
    SortedMap<String, String> headers,
    SortedMap<String, String> parameters) {

  /** Maps are copied. */
  public CallDocument {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(method, "method");
    client = client == null ? ClientPlace.None : client;
    headers = sorted(headers);
    parameters = sorted(parameters);
  }

  private static SortedMap<String, String> sorted(@Nullable Map<String, String> map) {
    return map == null ? new TreeMap<>() : new TreeMap<>(map);
  }

  /**
   * Where the token stands.
   *
   * @param in which part of the request
   * @param name the parameter, field or member; absent with Bearer
   */
  public record TokenPlacement(TokenPlace in, @Nullable String name) {}

  /** How this service shows who it is. */
  public enum ClientPlace {
    /** Not at all. */
    None,
    /** As its client registration says: Basic, form, assertion or certificate. */
    Registered,
    /**
     * As an app access token {@code id|secret} in the parameter {@code access_token} (Facebook).
     */
    AppAccessToken,
    /**
     * By a proof of the token that is shown: HMAC-SHA256 of it with the client's secret as key, in
     * hexadecimal, in the parameter {@code appsecret_proof} (Facebook).
     */
    AppSecretProof
  }
}
