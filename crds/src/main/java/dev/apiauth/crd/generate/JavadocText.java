package dev.apiauth.crd.generate;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc as plain text: code in backticks, a paragraph per line. */
final class JavadocText {

  private static final String PARAGRAPH = "\n\n";

  private JavadocText() {}

  /** The comment without its block tags. */
  static String body(DocCommentTree comment) {
    return of(comment.getFullBody());
  }

  /**
   * The text of these pieces.
   *
   * @throws IllegalStateException for a tag that has no plain form, such as a link
   */
  static String of(List<? extends DocTree> pieces) {
    String joined = pieces.stream().map(JavadocText::plain).collect(Collectors.joining());
    return List.of(joined.split(PARAGRAPH)).stream()
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .filter(paragraph -> !paragraph.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String plain(DocTree piece) {
    return switch (piece) {
      case TextTree text -> text.getBody().replace(PARAGRAPH, "\n");
      case LiteralTree literal when literal.getKind() == DocTree.Kind.CODE ->
          "`" + literal.getBody().getBody().strip() + "`";
      case StartElementTree element when element.getName().contentEquals("p") -> PARAGRAPH;
      case EndElementTree element when element.getName().contentEquals("p") -> "";
      default -> throw noPlainForm(piece);
    };
  }

  private static IllegalStateException noPlainForm(DocTree piece) {
    return new IllegalStateException(
        "kubectl explain cannot show %s: say it in plain words".formatted(piece));
  }
}
