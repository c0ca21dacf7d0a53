package dev.apiauth.cli.render;

/** How an answer is written. */
public enum Format {
  /** For people; may change. */
  TABLE,
  /** One JSON object. */
  JSON,
  /** One YAML document. */
  YAML;

  /** The answer as text, the last line ended. */
  public String render(Answer answer) {
    Renderer renderer =
        switch (this) {
          case TABLE -> new TableRenderer();
          case JSON -> new JsonRenderer();
          case YAML -> new YamlRenderer();
        };
    return renderer.render(answer);
  }
}
