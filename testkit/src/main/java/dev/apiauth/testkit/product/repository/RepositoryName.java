package dev.apiauth.testkit.product.repository;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A repository's name; Bitbucket takes no notice of letter case, and writes clone addresses in
 * small letters.
 */
public record RepositoryName(String project, String slug) {

  private static final Pattern PART = Pattern.compile("~?[a-z0-9][a-z0-9_.-]{0,127}");
  private static final String SUFFIX = ".git";

  public RepositoryName {
    project = project.toLowerCase(Locale.ROOT);
    slug = slug.toLowerCase(Locale.ROOT);
  }

  /**
   * As it stands in paths.
   *
   * @param directory the slug, with or without {@code .git} behind it
   * @return empty if no repository can be called that
   */
  public static Optional<RepositoryName> of(String project, String directory) {
    boolean suffixed = directory.endsWith(SUFFIX);
    int end = suffixed ? directory.length() - SUFFIX.length() : directory.length();
    return Optional.of(new RepositoryName(project, directory.substring(0, end)))
        .filter(RepositoryName::isPossible);
  }

  private boolean isPossible() {
    return PART.matcher(project).matches() && PART.matcher(slug).matches();
  }

  /** Relative to the folder of all repositories, with {@code /} between its parts. */
  String folder() {
    return project + "/" + slug + SUFFIX;
  }
}
