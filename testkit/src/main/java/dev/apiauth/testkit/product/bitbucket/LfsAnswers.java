package dev.apiauth.testkit.product.bitbucket;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.apiauth.testkit.product.rest.Answer;
import dev.apiauth.testkit.product.rest.Json;
import java.util.Map;

/** Answers of the Git LFS API, which has a media type of its own. */
final class LfsAnswers {

  private static final String MEDIA_TYPE = "application/vnd.git-lfs+json";

  private LfsAnswers() {}

  static Answer json(int status, Object body) throws JsonProcessingException {
    byte[] content = Json.bytes(body);
    return response -> {
      response.setStatus(status);
      response.setContentType(MEDIA_TYPE);
      response.setContentLength(content.length);
      response.getOutputStream().write(content);
    };
  }

  static Answer error(int status, String message) {
    return response -> json(status, Map.of("message", message)).send(response);
  }
}
