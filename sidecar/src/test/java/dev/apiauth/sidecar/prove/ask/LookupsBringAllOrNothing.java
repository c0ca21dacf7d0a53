package dev.apiauth.sidecar.prove.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apiauth.policy.document.CallDocument;
import dev.apiauth.policy.document.CallDocument.ClientPlace;
import dev.apiauth.policy.document.LookupDocument;
import dev.apiauth.policy.document.LookupDocument.Credential;
import dev.apiauth.policy.document.LookupDocument.ItemsDocument;
import dev.apiauth.policy.document.LookupDocument.Paging;
import dev.apiauth.policy.document.LookupDocument.SameDocument;
import dev.apiauth.policy.document.ProviderDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestDocument;
import dev.apiauth.policy.document.ProviderDocument.ClaimTestType;
import dev.apiauth.policy.document.ProviderDocument.ClientDocument;
import dev.apiauth.policy.document.VerificationDocument;
import dev.apiauth.policy.document.VerificationDocument.EndpointDocument;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.CallMethod;
import dev.apiauth.policy.spec.ClientAuthentication;
import dev.apiauth.policy.token.ClaimPath;
import dev.apiauth.policy.token.TokenClaims;
import dev.apiauth.sidecar.prove.Answers;
import dev.apiauth.sidecar.prove.ask.StubProvider.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else a provider is asked: whatever goes wrong, nobody is taken to be in no group. */
class LookupsBringAllOrNothing {

  private final StubProvider idp =
      new StubProvider()
          .at("/introspect", Reply.json("{'active':true,'aud':'jira','sub':'u/1','id':7}"));
  private final StubProvider stranger = new StubProvider();

  @AfterEach
  void stop() {
    idp.close();
    stranger.close();
  }

  @Test
  void anAnswerStandsUnderItsName() {
    idp.at("/me", Reply.json("{'sub':'u/1','email':'alice@corp.example'}"));

    TokenClaims claims = passed(me(new SameDocument("sub", "sub")));

    assertThat(claims.string(ClaimPath.of("user.email"))).contains("alice@corp.example");
    assertThat(idp.last().header("Authorization")).isEqualTo("Bearer idp_t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'sub':'u/2'}", "{'sub':1}", "{}"})
  void anAnswerAboutSomebodyElseCountsForNobody(String answer) { // I6
    idp.at("/me", Reply.json(answer));

    assertThat(Answers.of(claims(me(new SameDocument("sub", "sub"))))).isEqualTo("token_untrusted");
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
        Reply.json("{'value':[{'id':'a'}],'next':'%s'}".formatted(stranger.url("/groups"))));

    assertThat(verdict(list("/value", "{id}", Paging.Url, "/next", null), "/groups"))
        .isEqualTo("provider_silent");
    assertThat(stranger.questions()).isEmpty();
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

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 429, 500, 502})
  void anErrorIsNoAnswer(int status) {
    idp.at("/groups", Reply.status(status));

    assertThat(verdict(list("/value", "{id}", Paging.None, null, null), "/groups"))
        .isEqualTo("provider_silent");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403})
  void aTokenThatMayNotAskIsRefused(int status) {
    idp.at("/groups", Reply.status(status));

    assertThat(verdict(list("/value", "{id}", Paging.None, null, null), "/groups"))
        .isEqualTo("token_claim_refused");
  }

  @Test
  void whatIsSaidToMeanNothingIsNothing() { // Discord: 404 outside the guild
    idp.at("/member", Reply.status(404));
    LookupDocument member =
        new LookupDocument(
            "user",
            call("/member"),
            new Credential.CallersToken(),
            List.of(),
            List.of(),
            List.of(404),
            null,
            null);

    assertThat(passed(member).has("user")).isFalse();
  }

  @Test
  void anAnswerThatCallsItselfBadCountsAgainstTheToken() { // Slack: 200 with ok:false
    idp.at("/me", Reply.json("{'ok':false,'sub':'u/1'}"));
    LookupDocument me =
        new LookupDocument(
            "user",
            call("/me"),
            new Credential.CallersToken(),
            List.of(),
            List.of(ClaimTestDocument.of("ok", ClaimTestType.True)),
            List.of(),
            null,
            null);

    assertThat(Answers.of(claims(me))).isEqualTo("token_claim_refused");
  }

  @Test
  void aTokenThatIsRefusedByOneAnswerCausesNoOtherQuestion() { // Google: another hosted domain
    idp.at("/me", Reply.json("{'sub':'u/1','hd':'other.example'}"));
    idp.at("/groups", Reply.status(404));
    ProviderDocument provider =
        Providers.requiring(
            provider(
                List.of(
                    me(new SameDocument("sub", "sub")),
                    lookup(
                        "/groups",
                        new Credential.CallersToken(),
                        list("", null, Paging.None, null, null)))),
            "user.hd",
            "corp.example");

    try (var asking = asking(provider)) {
      assertThat(Answers.of(asking.claims("idp", "idp_t"))).isEqualTo("token_claim_refused");
    }
    assertThat(idp.questionsTo("/groups")).isZero();
  }

  @Test
  void nothingIsAskedThatNobodyNeeds() {
    LookupDocument unneeded =
        new LookupDocument(
            "user",
            call("/me"),
            new Credential.CallersToken(),
            List.of(ClaimTestDocument.of("hasgroups", ClaimTestType.Present)),
            List.of(),
            List.of(),
            null,
            null);

    assertThat(passed(unneeded).has("user")).isFalse();
    assertThat(idp.questionsTo("/me")).isZero();
  }

  private LookupDocument me(SameDocument subject) {
    return new LookupDocument(
        "user",
        call("/me"),
        new Credential.CallersToken(),
        List.of(),
        List.of(),
        List.of(),
        subject,
        null);
  }

  private LookupDocument lookup(String path, Credential credential, ItemsDocument items) {
    return new LookupDocument(
        "groups", call(path), credential, List.of(), List.of(), List.of(), null, items);
  }

  private CallDocument call(String path) {
    return new CallDocument(
        idp.url(path),
        CallMethod.GET,
        null,
        ClientPlace.None,
        new TreeMap<>(Map.of()),
        new TreeMap<>());
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
    return passed(lookup(path, new Credential.CallersToken(), items))
        .strings(ClaimPath.of("groups"))
        .orElseThrow();
  }

  private String verdict(ItemsDocument items, String path) {
    return Answers.of(claims(lookup(path, new Credential.CallersToken(), items)));
  }

  private TokenClaims passed(LookupDocument lookup) {
    Outcome<TokenClaims> claims = claims(lookup);
    assertThat(Answers.of(claims)).as(Answers.finding(claims)).isEqualTo("pass");
    return ((Outcome.Pass<TokenClaims>) claims).value();
  }

  private Outcome<TokenClaims> claims(LookupDocument lookup) {
    try (var asking = asking(lookup)) {
      return asking.claims("idp", "idp_t");
    }
  }

  private Asking asking(LookupDocument lookup) {
    return asking(provider(List.of(lookup)));
  }

  private ProviderDocument provider(List<LookupDocument> lookups) {
    return Providers.asked(
        "idp",
        List.of(),
        new VerificationDocument.Introspection(new EndpointDocument(idp.url("/introspect"), null)),
        Optional.of(new ClientDocument("us", ClientAuthentication.ClientSecretBasic)),
        lookups);
  }

  private Asking asking(ProviderDocument provider) {
    return new Asking(
        List.of(idp.origin(), stranger.origin()), Asking.secrets("idp", "shh"), provider);
  }
}
