package dev.apiauth.testkit.playground;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Rows of results as a table for people.
 *
 * @param rows what is shown
 */
public record ResultTable(List<Row> rows) {

  private static final List<Column> COLUMNS =
      List.of(
          new Column(
              "call", row -> row.attempt().stand().example().title() + "  " + row.attempt().what()),
          new Column("who", row -> row.attempt().who()),
          new Column("expected", row -> Integer.toString(row.attempt().expected().status())),
          new Column("got", row -> Integer.toString(row.status())),
          new Column("the product", Row::product));

  private record Column(String title, Function<Row, String> cell) {

    int width(List<Row> rows) {
      int widest = rows.stream().mapToInt(row -> cell.apply(row).length()).max().orElse(0);
      return Math.max(title.length(), widest);
    }
  }

  public void print(Screen screen) {
    screen.line("     " + screen.style().faint(line(Column::title)));
    for (Row row : rows) {
      String text = line(column -> column.cell().apply(row));
      String mark = row.asExpected() ? screen.style().good("ok ") : screen.style().bad("BAD");
      screen.line(" " + mark + " " + text);
    }
  }

  private String line(Function<Column, String> cell) {
    return String.join(
            "  ",
            IntStream.range(0, COLUMNS.size())
                .mapToObj(at -> padded(cell.apply(COLUMNS.get(at)), COLUMNS.get(at).width(rows)))
                .toList())
        .stripTrailing();
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
