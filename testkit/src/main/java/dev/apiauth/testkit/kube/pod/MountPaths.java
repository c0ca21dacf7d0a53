package dev.apiauth.testkit.kube.pod;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Leads a container's paths to the folders of this machine, since its process sees the machine's
 * own file system.
 *
 * <p>Every mount path in a word of the command, an argument or the value of a variable is replaced:
 * the longest one that fits, whole segments only, wherever it begins a path ({@code
 * --policy=/etc/apiauth}). A path that a program has built in is not found.
 */
final class MountPaths {

  private static final String NOT_WITHIN_A_PATH = "(?<![\\w.\\-/])";
  private static final String END_OF_SEGMENT = "(?![\\w.\\-])";
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Map<String, Path> folders;
  private final Pattern anyOfThem;

  /**
   * @param folders by mount path
   */
  MountPaths(Map<String, Path> folders) {
    this.folders =
        folders.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    mount -> withoutTrailingSlash(mount.getKey()), Map.Entry::getValue));
    this.anyOfThem = folders.isEmpty() ? NOTHING : pattern();
  }

  private Pattern pattern() {
    return Pattern.compile(
        folders.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|", NOT_WITHIN_A_PATH + "(?:", ")" + END_OF_SEGMENT)));
  }

  String rewrite(String word) {
    return anyOfThem
        .matcher(word)
        .replaceAll(found -> Matcher.quoteReplacement(folder(found.group()).toString()));
  }

  private Path folder(String mountPath) {
    return Objects.requireNonNull(folders.get(mountPath));
  }

  private static String withoutTrailingSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
