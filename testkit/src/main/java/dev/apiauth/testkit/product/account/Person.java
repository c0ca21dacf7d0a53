package dev.apiauth.testkit.product.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * An account in the product's user directory.
 *
 * @param name as the directory spells it; the product reports this spelling, whatever the caller
 *     typed
 * @param password absent for accounts of a single sign-on, which cannot log in with one
 * @param groups names of groups; one that ends in {@code administrators} makes an administrator
 */
public record Person(String name, Optional<String> password, Set<String> groups) {

  public Person {
    groups = Set.copyOf(groups);
  }

  public static Person named(String name) {
    return new Person(name, Optional.empty(), Set.of());
  }

  public boolean isAdministrator() {
    return groups.stream().anyMatch(group -> group.endsWith("administrators"));
  }

  /** The account's number, as Bitbucket shows it; from 1 to 100,000 and not necessarily unique. */
  public int id() {
    return 1 + Math.floorMod(name.hashCode(), 100_000);
  }

  public String displayName() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  public String emailAddress() {
    return name + "@example.com";
  }

  boolean hasPassword(String candidate) {
    return password.filter(candidate::equals).isPresent();
  }

  /** Without the password: people end up in assertion messages and logs. */
  @Override
  public String toString() {
    return "Person[" + name + ", groups=" + groups + "]";
  }
}
