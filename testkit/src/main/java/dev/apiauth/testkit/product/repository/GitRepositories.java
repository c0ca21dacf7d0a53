package dev.apiauth.testkit.product.repository;

import dev.apiauth.testkit.product.account.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The bare repositories of one installation, and who may do what with all of them.
 *
 * <p>A repository is made, empty, when it is first asked for; until then nothing needs git.
 */
public final class GitRepositories implements AutoCloseable {

  /** Shallow and partial clones are served, pushes taken, nothing is tidied in the background. */
  private static final String SETTINGS =
      """
      [http]
      \treceivepack = true
      [uploadpack]
      \tallowFilter = true
      \tallowAnySHA1InWant = true
      [receive]
      \tautogc = false
      """;

  private final TemporaryFolder home = new TemporaryFolder("repositories-");
  private final Set<RepositoryName> names = ConcurrentHashMap.newKeySet();
  private final Map<RepositoryName, Path> made = new ConcurrentHashMap<>();
  private final Map<String, RepositoryPermission> permissions = new ConcurrentHashMap<>();

  public void add(RepositoryName name) {
    names.add(name);
  }

  /** Says what an account may do; by default each may write. */
  public void permit(String person, RepositoryPermission permission) {
    permissions.put(key(person), permission);
  }

  public RepositoryPermission permissionOf(Person person) {
    return permissions.getOrDefault(key(person.name()), RepositoryPermission.WRITE);
  }

  /** The folder of that repository, if there is one. */
  public Optional<Path> find(RepositoryName name) {
    return names.contains(name)
        ? Optional.of(made.computeIfAbsent(name, this::create))
        : Optional.empty();
  }

  /** The folder of all repositories. */
  public Path home() {
    return home.path();
  }

  private Path create(RepositoryName name) {
    var folder = home().resolve(name.folder());
    try {
      Files.createDirectories(folder);
      GitProgram.run(folder, "init", "--quiet", "--bare", "--initial-branch=main");
      Files.writeString(folder.resolve("config"), SETTINGS, StandardOpenOption.APPEND);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    made.clear();
    home.close();
  }

  private static String key(String person) {
    return person.toLowerCase(Locale.ROOT);
  }
}
