package dev.apiauth.testkit.product.bitbucket;

import dev.apiauth.testkit.product.account.Person;
import java.util.Locale;

/** A person as Bitbucket's REST API shows one. */
record BitbucketUser(
    String name,
    String emailAddress,
    int id,
    boolean active,
    String displayName,
    String slug,
    String type) {

  static BitbucketUser of(Person person) {
    return new BitbucketUser(
        person.name(),
        person.emailAddress(),
        person.id(),
        true,
        person.displayName(),
        slug(person.name()),
        "NORMAL");
  }

  /** The name as it stands in paths. */
  static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "_");
  }
}
