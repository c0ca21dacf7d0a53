package dev.apiauth.testkit.product.jira;

import dev.apiauth.testkit.product.account.Person;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An issue with its comments. */
record Issue(
    String id,
    String key,
    JiraProject project,
    String summary,
    String description,
    String type,
    Person creator,
    List<Comment> comments) {

  /** A comment on an issue. */
  record Comment(String id, Person author, String body) {

    record CommentBean(String self, String id, JiraUser author, String body) {}

    CommentBean bean(String issueUrl, String baseUrl) {
      return new CommentBean(issueUrl + "/comment/" + id, id, JiraUser.of(author, baseUrl), body);
    }
  }

  record Type(String name) {}

  record Fields(
      String summary,
      String description,
      Type issuetype,
      JiraProject.Bean project,
      JiraUser creator,
      JiraUser reporter) {}

  /** The resource of {@code /rest/api/2/issue/{key}}. */
  record Bean(String expand, String id, String self, String key, Fields fields) {}

  /** What creating an issue answers. */
  record Created(String id, String key, String self) {}

  /** What somebody who creates an issue has to say. */
  record Draft(JiraProject project, String summary, String description, String type) {

    Issue filed(long id, long number, Person creator) {
      return new Issue(
          Long.toString(id),
          project.key() + "-" + number,
          project,
          summary,
          description,
          type,
          creator,
          new CopyOnWriteArrayList<>());
    }
  }

  String self(String baseUrl) {
    return baseUrl + "/rest/api/2/issue/" + id;
  }

  Bean bean(String baseUrl) {
    var person = JiraUser.of(creator, baseUrl);
    var fields =
        new Fields(summary, description, new Type(type), project.bean(baseUrl), person, person);
    return new Bean("renderedFields,names,schema", id, self(baseUrl), key, fields);
  }
}
