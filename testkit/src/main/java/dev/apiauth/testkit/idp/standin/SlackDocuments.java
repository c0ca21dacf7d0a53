package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Slack's JSON, and whom it knows: user groups are listed with all their members. */
final class SlackDocuments {

  private final Map<String, Person> members = new ConcurrentHashMap<>();

  /** Makes the person a member of the workspace. */
  void welcome(Person person) {
    members.put(person.username(), person);
  }

  HttpReply refusal(String error) {
    return HttpReply.json(Map.of("ok", false, "error", error));
  }

  HttpReply missingScope(String needed, Grant grant) {
    return HttpReply.json(
        Map.of(
            "ok",
            false,
            "error",
            "missing_scope",
            "needed",
            needed,
            "provided",
            String.join(",", grant.scopes())));
  }

  /** The answer of {@code auth.test}: a bot's has a {@code bot_id} and a user of its own. */
  HttpReply identity(Grant grant, Instant now) {
    var name = grant.person().map(Person::username).orElse("apiauth-bot");
    var answer = new HashMap<String, Object>();
    answer.put("ok", true);
    answer.put("url", "https://example-corp.slack.com/");
    answer.put("team", "Example Corp");
    answer.put("user", name);
    answer.put("team_id", grant.tenant());
    answer.put("user_id", userId(name));
    answer.put("is_enterprise_install", false);
    answer.put("app_id", grant.application());
    answer.put("expires_in", grant.secondsLeft(now));
    if (grant.person().isEmpty()) {
      answer.put("bot_id", "B0STANDIN1");
    }
    return HttpReply.json(answer);
  }

  HttpReply userInfo(Person person, Grant grant) {
    return HttpReply.json(
        Map.ofEntries(
            entry("ok", true),
            entry("sub", userId(person.username())),
            entry("https://slack.com/user_id", userId(person.username())),
            entry("https://slack.com/team_id", grant.tenant()),
            entry("email", person.email()),
            entry("email_verified", true),
            entry("date_email_verified", 1622128723),
            entry("name", person.username()),
            entry("given_name", person.username()),
            entry("locale", "en-US"),
            entry("https://slack.com/team_name", "Example Corp"),
            entry("https://slack.com/team_domain", "example-corp")));
  }

  /** All groups of the workspace; whose members they are is said only on demand. */
  HttpReply userGroups(boolean withUsers) {
    var groups = new TreeMap<String, List<String>>();
    for (var person : members.values()) {
      person
          .groups()
          .forEach(
              group ->
                  groups
                      .computeIfAbsent(group, _ -> new ArrayList<>())
                      .add(userId(person.username())));
    }
    var listed = groups.entrySet().stream().map(group -> group(group, withUsers)).toList();
    return HttpReply.json(Map.of("ok", true, "usergroups", listed));
  }

  private static Map<String, Object> group(
      Map.Entry<String, ? extends Collection<String>> group, boolean withUsers) {
    var answer = new HashMap<String, Object>();
    answer.put("id", "S" + StableId.capitals(group.getKey(), 9));
    answer.put("is_usergroup", true);
    answer.put("name", group.getKey().replace('-', ' '));
    answer.put("handle", group.getKey());
    answer.put("is_external", false);
    answer.put("date_delete", 0);
    answer.put("user_count", Integer.toString(group.getValue().size()));
    if (withUsers) {
      answer.put("users", Objects.requireNonNull(group.getValue()));
    }
    return answer;
  }

  static String userId(String username) {
    return "U" + StableId.capitals(username, 10);
  }
}
