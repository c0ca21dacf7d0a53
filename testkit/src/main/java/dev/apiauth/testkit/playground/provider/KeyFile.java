package dev.apiauth.testkit.playground.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The key file of a service account, as Google's console hands it out. */
final class KeyFile {

  private static final JsonMapper JSON = new JsonMapper();

  private KeyFile() {}

  /** The private key in it, which the Secret holds; what is no key file is the secret itself. */
  static String keyOr(String secret) {
    try {
      return secret.startsWith("{")
          ? JSON.readTree(secret).required("private_key").asText()
          : secret;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no key file", e);
    }
  }
}
