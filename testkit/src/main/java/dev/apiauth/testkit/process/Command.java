package dev.apiauth.testkit.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param words the executable and its arguments
 * @param directory in which it runs
 * @param environment what is set on top of this process's own environment
 */
public record Command(List<String> words, Path directory, Map<String, String> environment) {

  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** Of an executable, with nothing added to the environment. */
  public static Command of(Path executable, Path directory, List<String> arguments) {
    var words = new ArrayList<String>();
    words.add(executable.toString());
    words.addAll(arguments);
    return new Command(words, directory, Map.of());
  }

  /** The same with more in its environment. */
  public Command with(Map<String, String> more) {
    return new Command(words, directory, more);
  }

  /** To be completed with redirections and started. */
  public ProcessBuilder builder() {
    var builder = new ProcessBuilder(words).directory(directory.toFile());
    builder.environment().putAll(environment);
    return builder;
  }
}
