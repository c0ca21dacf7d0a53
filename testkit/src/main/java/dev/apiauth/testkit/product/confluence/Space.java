package dev.apiauth.testkit.product.confluence;

import dev.apiauth.testkit.product.account.Person;
import java.util.Optional;

/**
 * A space.
 *
 * @param creator absent: there from the start
 */
record Space(long id, String key, String name, Optional<Person> creator) {

  /** The resource of {@code /rest/api/space/{key}}. */
  record SpaceBean(long id, String key, String name, String type, String status, Links _links) {}

  SpaceBean bean(String baseUrl) {
    return new SpaceBean(
        id, key, name, "global", "current", Links.self(baseUrl + "/rest/api/space/" + key));
  }
}
