package dev.apiauth.testkit.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.nimbusds.jose.util.Base64URL;

/** The compact serialisation of RFC 7515, section 7.1, from texts that need not be JSON. */
final class CompactToken {

  /** Sorted: the same members are the same text in every JVM, whatever order a map has there. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private CompactToken() {}

  static String signed(String header, String payload, SigningKey key) {
    var input = input(header, payload);
    return of(input, JwsSignature.of(input, key));
  }

  /** The signing input: both texts encoded, with a dot between them. */
  static String input(String header, String payload) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }

  static String of(String input, byte[] signature) {
    return input + "." + Base64URL.encode(signature);
  }

  /** Any JSON value: a map, list, text, number or truth value. */
  static String json(Object members) {
    try {
      return JSON.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a member is no JSON value", e);
    }
  }
}
