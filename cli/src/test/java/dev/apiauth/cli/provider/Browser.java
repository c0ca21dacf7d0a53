package dev.apiauth.cli.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at a browser: pages, forms, cookies, redirects, as far as Keycloak's logins need. */
final class Browser implements AutoCloseable {

  private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** A page, once no redirect leads on. */
  record Page(URI uri, int status, String html) {}

  Page open(String url) {
    return followed(send(request(URI.create(url)).GET().build()));
  }

  /** Fills the page's form in and sends it. */
  Page submit(Page page, Map<String, String> filled) {
    Matcher form = FORM.matcher(page.html());
    if (!form.find()) throw new IllegalStateException("no form at " + page.uri() + page.html());
    var fields = new LinkedHashMap<String, String>();
    HIDDEN.matcher(page.html()).results().forEach(each -> fields.put(each.group(1), each.group(2)));
    fields.putAll(filled);
    URI action = page.uri().resolve(form.group(1).replace("&amp;", "&"));
    return followed(
        send(
            request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))
                .build()));
  }

  private Page followed(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    while (response.statusCode() / 100 == 3) {
      URI next = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
      response = send(request(next).GET().build());
    }
    return new Page(response.uri(), response.statusCode(), response.body());
  }

  private HttpRequest.Builder request(URI uri) {
    var request = HttpRequest.newBuilder(uri);
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String line) {
    String[] pair = line.split(";")[0].split("=", 2);
    cookies.put(pair[0], pair[1]);
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            each ->
                each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    client.close();
  }
}
