package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.document.LookupDocument.Paging;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of names is read page by page, at one host, in bounded time; all of it or nothing. */
class ListsAreReadWholeOrNotAtAll {

  private final LookupDesk desk = new LookupDesk();
  private final StubProvider idp = desk.idp;

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void pageByPageWithALinkField() { // RFC 8288, GitHub
    idp.at("/teams", question -> page(question.uri()));

    assertThat(names(list("", "{org.login}:{slug}", Paging.LinkHeader, null, null), "/teams"))
        .containsExactly("acme:t1", "acme:t2", "acme:t3");
  }

  private Reply page(String uri) {
    int page = uri.endsWith("page=3") ? 3 : uri.endsWith("page=2") ? 2 : 1;
    Reply reply = Reply.json("[{'org':{'login':'acme'},'slug':'t%d'}]".formatted(page));
    return page == 3
        ? reply
        : reply.with(
            "Link",
            "<%s>; rel=\"prev\", <%s>; rel=\"next\", <%s>; rel=\"last\""
                .formatted(
                    idp.url("/teams?page=1"),
                    idp.url("/teams?page=" + (page + 1)),
                    idp.url("/teams?page=3")));
  }

  @Test
  void pageByPageWithAUrl() { // Graph
    idp.at(
        "/groups",
        question ->
            question.uri().contains("skip")
                ? Reply.json("{'value':[{'id':'b'}]}")
                : Reply.json(
                    "{'@odata.nextLink':'%s','value':[{'id':'a'}]}"
                        .formatted(idp.url("/groups?skip=1"))));

    assertThat(names(list("/value", "{id}", Paging.Url, "/@odata.nextLink", null), "/groups"))
        .containsExactly("a", "b");
  }

  @Test
  void pageByPageWithAToken() { // Google
    idp.at(
        "/groups",
        question ->
            question.uri().contains("pageToken=n%2F2")
                ? Reply.json("{'groups':[{'email':'b'}]}")
                : Reply.json("{'groups':[{'email':'a'}],'nextPageToken':'n/2'}"));

    assertThat(
            names(
                list("/groups", "{email}", Paging.Token, "/nextPageToken", "pageToken"), "/groups"))
        .containsExactly("a", "b");
  }

  @Test
  void onlyItemsThatContainTheUser() { // Slack
    idp.at(
        "/groups",
        Reply.json(
            "{'g':[{'handle':'in','users':['7','9']},{'handle':'out','users':['9']},{'handle':'bare'}]}"));

    assertThat(
            names(
                new ItemsDocument("/g", "{handle}", "users", "id", Paging.None, null, null),
                "/groups"))
        .containsExactly("in");
  }

  @Test
  void aTokenIsNotTakenToAnotherHost() {
    idp.at(
        "/groups",
        Reply.json("{'value':[{'id':'a'}],'next':'%s'}".formatted(desk.stranger.url("/groups"))));

    assertThat(verdict(list("/value", "{id}", Paging.Url, "/next", null), "/groups"))
        .isEqualTo("provider_silent");
    assertThat(desk.stranger.questions()).isEmpty();
  }

  @Test
  void aListWithoutEndIsNotFollowedForever() {
    idp.at(
        "/groups", Reply.json("{'value':[{'id':'a'}],'next':'%s'}".formatted(idp.url("/groups"))));

    assertThat(verdict(list("/value", "{id}", Paging.Url, "/next", null), "/groups"))
        .isEqualTo("token_claim_refused");
    assertThat(idp.questionsTo("/groups")).isEqualTo(50);
  }

  @Test
  void moreThanTenThousandNamesAreTooMany() {
    String items =
        IntStream.range(0, 10_001)
            .mapToObj(i -> "'g%d'".formatted(i))
            .collect(Collectors.joining(","));
    idp.at("/groups", Reply.json("[" + items + "]"));

    assertThat(verdict(list("", null, Paging.None, null, null), "/groups"))
        .isEqualTo("token_claim_refused");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'value':'admins'}",
        "{'value':[{'name':'a'}]}",
        "{'value':['a']}",
        "[1",
        "{'value':{'id':'a'}}"
      })
  void aListThatCannotBeReadIsNoAnswer(String answer) {
    idp.at("/groups", Reply.json(answer));

    assertThat(verdict(list("/value", "{id}", Paging.None, null, null), "/groups"))
        .isEqualTo("provider_silent");
  }

  @Test
  void noListIsAnEmptyOne() {
    idp.at("/groups", Reply.json("{'kind':'groups'}"));

    assertThat(names(list("/value", "{id}", Paging.None, null, null), "/groups")).isEmpty();
  }

  @Test
  void aListThatComesTooSlowlyIsNotFollowedAfterwards() throws Exception {
    idp.at(
        "/groups",
        Reply.json("{'value':[{'id':'a'}],'next':'%s'}".formatted(idp.url("/groups")))
            .after(Duration.ofMillis(400)));
    ItemsDocument items = list("/value", "{id}", Paging.Url, "/next", null);

    try (var asking = desk.asking(desk.provider(desk.groups("/groups", items)))) {
      assertThat(Answers.of(asking.claims("idp", "idp_t"))).isEqualTo("provider_silent");
      long asked = idp.questionsTo("/groups");
      Thread.sleep(Duration.ofSeconds(2));

      assertThat(idp.questionsTo("/groups")).isBetween(asked, asked + 1);
    }
  }

  private static ItemsDocument list(
      String at,
      @Nullable String name,
      Paging paging,
      @Nullable String nextAt,
      @Nullable String parameter) {
    return new ItemsDocument(at, name, null, null, paging, nextAt, parameter);
  }

  private List<String> names(ItemsDocument items, String path) {
    return desk.passed(desk.groups(path, items)).strings(ClaimPath.of("groups")).orElseThrow();
  }

  private String verdict(ItemsDocument items, String path) {
    return Answers.of(desk.claims(desk.groups(path, items)));
  }
}
