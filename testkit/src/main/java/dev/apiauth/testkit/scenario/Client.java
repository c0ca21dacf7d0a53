package dev.apiauth.testkit.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** A client that calls an API as the guide does. Keeps no cookies and follows no redirects. */
public final class Client {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  /** Calls below that address. */
  public Client(URI base) {
    this.base = base;
  }

  /** A call to that path. */
  public Call get(String path) {
    return new Call("GET", path, "");
  }

  /** A call to that path with a JSON body. */
  public Call post(String path, String json) {
    return new Call("POST", path, json).header("Content-Type", "application/json");
  }

  /** A call to that path with a form. */
  public Call form(String path, String form) {
    return new Call("POST", path, form).header("Content-Type", "application/x-www-form-urlencoded");
  }

  /** A call to that path. */
  public Call delete(String path) {
    return new Call("DELETE", path, "");
  }

  /** A call that is being made up. */
  public final class Call {

    private final HttpRequest.Builder request;

    private Call(String method, String path, String body) {
      this.request =
          HttpRequest.newBuilder(base.resolve(path))
              .timeout(Duration.ofSeconds(30))
              .method(
                  method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** With a header field. */
    public Call header(String name, String value) {
      request.header(name, value);
      return this;
    }

    /** With a bearer token. */
    public Call bearer(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** With user name and password. */
    public Call basic(String user, String password) {
      String pair = user + ":" + password;
      return header(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** Makes the call and waits for the answer. */
    public Answer send() {
      try {
        return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Makes the call without waiting. */
    public CompletableFuture<Answer> begin() {
      return http.sendAsync(request.build(), BodyHandlers.ofString()).thenApply(Answer::of);
    }
  }

  /**
   * An answer.
   *
   * @param status its status
   * @param headers its header fields
   * @param body its body as text
   */
  public record Answer(int status, HttpHeaders headers, String body) {

    private static Answer of(HttpResponse<String> answer) {
      return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    /** The first value of a header field; empty text if there is none. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }
}
