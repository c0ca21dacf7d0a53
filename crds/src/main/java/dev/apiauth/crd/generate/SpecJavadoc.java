package dev.apiauth.crd.generate;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The Javadoc of the spec records and enums, read from their sources with the compiler's own
 * parser. So a sentence about a field is written once, beside the field.
 */
final class SpecJavadoc {

  /**
   * What a source says about a type.
   *
   * @param body the comment without its block tags; empty where there is none
   * @param members the sentences about record components, by {@code @param}, and enum constants
   */
  record TypeDoc(String body, Map<String, String> members) {}

  private final Map<String, TypeDoc> types;

  private SpecJavadoc(Map<String, TypeDoc> types) {
    this.types = types;
  }

  /** Reads sources, and those in folders; folders below these are left out. */
  static SpecJavadoc read(Stream<Path> filesAndFolders) throws IOException {
    var sources = new ArrayList<Path>();
    for (Path path : filesAndFolders.toList()) {
      try (var found = Files.walk(path, 1)) {
        found.filter(Files::isRegularFile).sorted().forEach(sources::add);
      }
    }
    return parse(sources);
  }

  private static SpecJavadoc parse(List<Path> sources) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      var task =
          (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
      var scanner = new Scanner(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) scanner.scan(unit, null);
      return new SpecJavadoc(scanner.found);
    }
  }

  /** What the sources say about a type; nothing if it is not one of theirs. */
  Optional<TypeDoc> of(Class<?> type) {
    return Optional.ofNullable(types.get(type.getSimpleName()));
  }

  private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees docTrees;
    private final Map<String, TypeDoc> found = new HashMap<>();

    Scanner(DocTrees docTrees) {
      this.docTrees = docTrees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      var members = new HashMap<String, String>();
      var comment = comment(getCurrentPath());
      comment.ifPresent(text -> components(text, members));
      constants(type, members);
      String body = comment.map(JavadocText::body).orElse("");
      found.put(type.getSimpleName().toString(), new TypeDoc(body, members));
      return super.visitClass(type, null);
    }

    private void constants(ClassTree type, Map<String, String> members) {
      for (var member : type.getMembers()) {
        if (member instanceof VariableTree constant) {
          comment(new TreePath(getCurrentPath(), member))
              .map(JavadocText::body)
              .ifPresent(text -> members.put(constant.getName().toString(), text));
        }
      }
    }

    private Optional<DocCommentTree> comment(TreePath path) {
      return Optional.ofNullable(docTrees.getDocCommentTree(path));
    }

    private static void components(DocCommentTree comment, Map<String, String> members) {
      for (var tag : comment.getBlockTags()) {
        if (tag instanceof ParamTree param) {
          members.put(param.getName().toString(), JavadocText.of(param.getDescription()));
        }
      }
    }
  }
}
