package dev.apiauth.sidecar.prove.ask;

import dev.apiauth.sidecar.egress.EgressRequest;
import dev.apiauth.sidecar.egress.QueryText;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a provider that is being written; each step returns another draft. It may hold
 * secrets, so its text says where it leads and nothing else.
 *
 * @param form parameters that are posted
 * @param json members that are posted; with any, form parameters are members too
 */
record CallDraft(
    HttpMethod method,
    String url,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> form,
    Map<String, String> json) {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  static CallDraft to(HttpMethod method, String url) {
    return new CallDraft(method, url, Map.of(), Map.of(), Map.of(), Map.of());
  }

  CallDraft header(String name, String value) {
    return new CallDraft(method, url, query, with(headers, name, value), form, json);
  }

  CallDraft bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  CallDraft query(String name, String value) {
    return new CallDraft(method, url, with(query, name, value), headers, form, json);
  }

  CallDraft member(String name, String value) {
    return new CallDraft(method, url, query, headers, form, with(json, name, value));
  }

  /** Whether anything can stand outside of the URL and the headers. */
  boolean hasBody() {
    return !method.equals(HttpMethod.GET);
  }

  /** A parameter of the form where one is posted, of the query otherwise. */
  CallDraft parameter(String name, String value) {
    return hasBody()
        ? new CallDraft(method, url, query, headers, with(form, name, value), json)
        : query(name, value);
  }

  /** The same request somewhere else, without the query that is part of the new URL already. */
  CallDraft at(String other) {
    return new CallDraft(method, other, Map.of(), headers, form, json);
  }

  /** The finished request, which is waited for two seconds (F4). */
  EgressRequest finished() {
    return new EgressRequest(method, url, query, headers, content(), PATIENCE);
  }

  private Optional<EgressRequest.Content> content() {
    if (!hasBody()) return Optional.empty();
    return Optional.of(
        json.isEmpty()
            ? new EgressRequest.Content(
                "application/x-www-form-urlencoded", Buffer.buffer(QueryText.of(form)))
            : new EgressRequest.Content("application/json", jsonBody()));
  }

  private Buffer jsonBody() {
    var body = new JsonObject();
    form.forEach(body::put);
    json.forEach(body::put);
    return body.toBuffer();
  }

  private static Map<String, String> with(Map<String, String> map, String name, String value) {
    var more = new LinkedHashMap<>(map);
    more.put(name, value);
    return Collections.unmodifiableMap(more); // in order: a request reads the same every time
  }

  @Override
  public String toString() {
    return method + " " + url;
  }
}
