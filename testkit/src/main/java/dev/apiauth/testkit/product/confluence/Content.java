package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.apiauth.testkit.product.account.Person;
import org.jspecify.annotations.Nullable;

/** A page, or a comment on one. */
sealed interface Content {

  long id();

  String title();

  String storage();

  Person creator();

  Space space();

  /** A page of a space. */
  record Page(long id, Space space, String title, String storage, Person creator)
      implements Content {}

  /** A comment; it lives as long as its page. */
  record Comment(long id, Page page, String storage, Person creator) implements Content {

    @Override
    public String title() {
      return "Re: " + page.title();
    }

    @Override
    public Space space() {
      return page.space();
    }
  }

  record Storage(String value, String representation) {}

  record Body(Storage storage) {}

  record History(boolean latest, ConfluenceUser createdBy) {}

  record Container(String id, String type) {}

  /** The resource of {@code /rest/api/content/{id}}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ContentBean(
      String id,
      String type,
      String status,
      String title,
      Space.SpaceBean space,
      History history,
      Body body,
      @Nullable Container container,
      Links _links) {}

  default ContentBean bean(String baseUrl) {
    return new ContentBean(
        Long.toString(id()),
        type(),
        "current",
        title(),
        space().bean(baseUrl),
        new History(true, ConfluenceUser.of(creator())),
        new Body(new Storage(storage(), "storage")),
        container(),
        Links.self(baseUrl + "/rest/api/content/" + id()));
  }

  private String type() {
    return switch (this) {
      case Page _ -> "page";
      case Comment _ -> "comment";
    };
  }

  private @Nullable Container container() {
    return switch (this) {
      case Page _ -> null;
      case Comment comment -> new Container(Long.toString(comment.page().id()), "page");
    };
  }
}
