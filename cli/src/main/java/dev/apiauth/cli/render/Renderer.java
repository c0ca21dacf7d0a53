package dev.apiauth.cli.render;

/** Writes answers in one format. */
sealed interface Renderer permits TableRenderer, JsonRenderer, YamlRenderer {

  /** The answer as text, the last line ended. */
  String render(Answer answer);
}
