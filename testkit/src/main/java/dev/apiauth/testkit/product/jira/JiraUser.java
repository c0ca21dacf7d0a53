package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.account.Person;

/** A person as Jira's REST API shows one. */
record JiraUser(
    String self,
    String key,
    String name,
    String emailAddress,
    String displayName,
    boolean active,
    String timeZone) {

  static JiraUser of(Person person, String baseUrl) {
    return new JiraUser(
        baseUrl + "/rest/api/2/user?username=" + person.name(),
        person.name(),
        person.name(),
        person.emailAddress(),
        person.displayName(),
        true,
        "Etc/UTC");
  }
}
