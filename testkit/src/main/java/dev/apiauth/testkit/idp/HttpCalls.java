package dev.apiauth.testkit.idp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/**
 * Calls to an identity provider that must succeed: anything else is a mistake of the test's set-up.
 *
 * @param client sends them
 */
record HttpCalls(HttpClient client) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Sends and expects that status.
   *
   * @throws IllegalStateException with the answer if there is another one
   */
  HttpResponse<String> expecting(int status, HttpRequest request) {
    var response = send(request);
    if (response.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s answered %s instead of %s: %s"
              .formatted(
                  request.method(), request.uri(), response.statusCode(), status, response.body()));
    }
    return response;
  }

  /** Sends and expects 200 with JSON. */
  JsonNode json(HttpRequest request) {
    var body = expecting(200, request).body();
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no JSON from " + request.uri() + ": " + body, e);
    }
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer from " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
    }
  }
}
