package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.testkit.product.account.Caller;
import dev.apiauth.testkit.product.account.Person;
import org.jspecify.annotations.Nullable;

/** A person as Confluence's REST API shows one; anonymous callers are shown too. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConfluenceUser(
    String type, @Nullable String username, @Nullable String userKey, String displayName) {

  static ConfluenceUser of(Caller caller) {
    return caller
        .person()
        .map(ConfluenceUser::of)
        .orElseGet(() -> new ConfluenceUser("anonymous", null, null, "Anonymous"));
  }

  static ConfluenceUser of(Person person) {
    return new ConfluenceUser(
        "known",
        person.name(),
        "ff80808" + Integer.toHexString(person.name().hashCode()),
        person.displayName());
  }
}
