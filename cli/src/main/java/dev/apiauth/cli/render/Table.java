package dev.apiauth.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, columns as wide as their widest cell; the last one is never padded. */
public final class Table {

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    rows.add(List.copyOf(headings));
  }

  /** A table without rows yet. */
  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /** Adds a row with a cell for each heading. */
  public Table row(String... cells) {
    if (cells.length != rows.getFirst().size()) throw new IllegalArgumentException("another width");
    rows.add(List.of(cells));
    return this;
  }

  /** Whether there is nothing under the headings. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** Headings and rows, a line each. */
  public String text() {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size()).mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths) + "\n").collect(Collectors.joining());
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), widths.get(column)))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
