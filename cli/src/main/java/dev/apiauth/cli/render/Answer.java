package dev.apiauth.cli.render;

/** What a command found out. */
public interface Answer {

  /** For people: lines of text, the last one ended. */
  String text();

  /** For programs: a tree of records, lists, texts and numbers, whose names are stable. */
  Object data();
}
