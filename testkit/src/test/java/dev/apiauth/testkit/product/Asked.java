package dev.apiauth.testkit.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;

/** A product that is asked, and its answers. */
record Asked(RunningProduct product) {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** What the product answered. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      try {
        return JsonMapper.builder().build().readTree(body());
      } catch (JsonProcessingException noJson) {
        throw new UncheckedIOException(noJson);
      }
    }

    /** Empty where the header is not there. */
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** As whom the product says it acted; empty where it does not say. */
    String actedAs() {
      return header("X-AUSERNAME");
    }
  }

  /**
   * @param path with its query, below the context path
   * @param headers names and values in turn
   */
  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String json, String... headers) {
    return send(json(path, headers).POST(BodyPublishers.ofString(json)));
  }

  Answer put(String path, String json, String... headers) {
    return send(json(path, headers).PUT(BodyPublishers.ofString(json)));
  }

  Answer delete(String path, String... headers) {
    return send(request(path, headers).DELETE());
  }

  Answer postForm(String path, String form, String... headers) {
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(product.baseUri() + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpRequest.Builder json(String path, String... headers) {
    return request(path, headers).header("Content-Type", "application/json");
  }

  static String basic(String username, String password) {
    var pair = (username + ":" + password).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
