package dev.apiauth.cli.token;

import dev.apiauth.policy.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a token may be used for; what is left out is not narrowed. */
final class ScopeOptions {

  @ArgGroup private OperationOptions operations = new OperationOptions();

  /** One of two ways to say what may be done. */
  static final class OperationOptions {

    @Option(names = "--read-only", description = "For reading alone; short for --operations Read.")
    private boolean readOnly;

    @Option(
        names = "--operations",
        split = ",",
        paramLabel = "OPERATION",
        description = "What may be done: Read, Write, Admin.")
    private List<Operation> operations = List.of();

    List<String> names() {
      List<Operation> chosen = readOnly ? List.of(Operation.Read) : operations;
      return chosen.stream().map(Operation::name).toList();
    }
  }

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "METHOD",
      description = "With which HTTP methods.")
  private List<String> methods = List.of();

  @Option(
      names = "--paths",
      split = ",",
      paramLabel = "PATH",
      description = "On which paths below the context path, and all below them.")
  private List<String> paths = List.of();

  @Option(names = "--cidrs", split = ",", paramLabel = "CIDR", description = "From which networks.")
  private List<String> cidrs = List.of();

  /** The keys of the Secret that narrow it. */
  Map<String, String> keys() {
    var keys = new TreeMap<String, String>();
    put(keys, "operations", operations.names());
    put(keys, "methods", methods);
    put(keys, "paths", paths);
    put(keys, "cidrs", cidrs);
    return keys;
  }

  static void put(Map<String, String> keys, String key, List<String> items) {
    if (!items.isEmpty()) keys.put(key, String.join("\n", new ArrayList<>(items)));
  }
}
