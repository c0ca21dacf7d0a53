package dev.apiauth.cli.render;

/** As people read it. */
record TableRenderer() implements Renderer {

  @Override
  public String render(Answer answer) {
    return answer.text();
  }
}
