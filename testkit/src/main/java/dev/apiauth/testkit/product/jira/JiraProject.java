package dev.apiauth.testkit.product.jira;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project; the installation has a fixed set of them. */
record JiraProject(String id, String key, String name) {

  /** Enough for an answer of about two kilobytes, a usual size of this endpoint's. */
  static final List<JiraProject> ALL =
      List.of(
          new JiraProject("10000", "ABC", "Alphabet"),
          new JiraProject("10001", "OPS", "Operations"),
          new JiraProject("10002", "WEB", "Website"),
          new JiraProject("10003", "HRS", "Human Resources"));

  /** The resource of {@code /rest/api/2/project}. */
  record Bean(
      String expand,
      String self,
      String id,
      String key,
      String name,
      Map<String, String> avatarUrls,
      String projectTypeKey,
      boolean archived) {}

  static Optional<JiraProject> find(String keyOrId) {
    return ALL.stream()
        .filter(project -> project.key.equals(keyOrId) || project.id.equals(keyOrId))
        .findFirst();
  }

  Bean bean(String baseUrl) {
    var avatar = baseUrl + "/secure/projectavatar?avatarId=10324";
    return new Bean(
        "description,lead,url,projectKeys",
        baseUrl + "/rest/api/2/project/" + id,
        id,
        key,
        name,
        Map.of(
            "48x48", avatar,
            "24x24", avatar + "&size=small",
            "16x16", avatar + "&size=xsmall",
            "32x32", avatar + "&size=medium"),
        "software",
        false);
  }
}
