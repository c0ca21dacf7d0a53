package dev.apiauth.cli.token;

import dev.apiauth.cli.render.Answer;
import dev.apiauth.cli.render.Table;
import java.util.Comparator;
import java.util.List;

/** The tokens that Secrets describe. */
record TokenList(List<Row> tokens) implements Answer {

  private static final Comparator<Row> ORDER =
      Comparator.comparing(Row::user).thenComparing(Row::expires).thenComparing(Row::id);

  TokenList {
    tokens = tokens.stream().sorted(ORDER).toList();
  }

  /**
   * One of them.
   *
   * @param id the public id; empty where the Secret is unusable
   * @param user whom its bearer acts as
   * @param expires when it ends
   * @param scope what it may be used for; {@code all} for everything
   * @param state {@code active}, {@code ended}, {@code not yet}, {@code refused} or {@code
   *     unusable}, with the reason
   * @param source the Secret
   */
  record Row(String id, String user, String expires, String scope, String state, String source) {}

  @Override
  public String text() {
    var table = Table.of("ID", "USER", "EXPIRES", "SCOPE", "STATE", "SOURCE");
    tokens.forEach(
        row ->
            table.row(row.id(), row.user(), row.expires(), row.scope(), row.state(), row.source()));
    return table.isEmpty() ? "no API tokens\n" : table.text();
  }

  @Override
  public Object data() {
    return new Data(tokens);
  }

  /** The list for programs. */
  record Data(List<Row> tokens) {}
}
