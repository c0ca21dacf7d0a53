package dev.apiauth.cli.render;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** As one indented JSON object; what is absent is left out. */
record JsonRenderer() implements Renderer {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  @Override
  public String render(Answer answer) {
    try {
      return JSON.writeValueAsString(answer.data()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is no JSON", e);
    }
  }
}
