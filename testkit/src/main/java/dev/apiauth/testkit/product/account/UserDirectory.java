package dev.apiauth.testkit.product.account;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts of one product; names are compared without regard to case, as the products do. */
public final class UserDirectory {

  private final Map<String, Person> people = new ConcurrentHashMap<>();

  public UserDirectory(Collection<Person> people) {
    people.forEach(this::add);
  }

  public void add(Person person) {
    people.put(key(person.name()), person);
  }

  /** Takes the account away; tokens and sessions of that name stand for nobody from then on. */
  public void remove(String name) {
    people.remove(key(name));
  }

  public Optional<Person> find(String name) {
    return Optional.ofNullable(people.get(key(name)));
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
