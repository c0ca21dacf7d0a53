package dev.apiauth.testkit.idp.standin;

import static java.util.Map.entry;

import dev.apiauth.testkit.idp.HttpReply;
import dev.apiauth.testkit.idp.SigningKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code login.microsoftonline.com}: who it is, its keys, and tokens of Graph for our own client
 * (learn.microsoft.com: "OpenID Connect on the Microsoft identity platform", "Client credentials
 * flow", "Authentication and authorization error codes").
 */
final class EntraLogin {

  private static final String HOST = "https://login.microsoftonline.com";
  private static final String GRAPH_APP = "00000003-0000-0000-c000-000000000000";
  private static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";
  private static final int LIFETIME = 3599;

  static final ClientSecret CLIENT =
      new ClientSecret("535fb089-9ff3-47b6-9bfb-4f1264799865", "qWgdYAmab0YSkuL1qKv5bPX~standin");

  private final List<String> tenants;
  private final SigningKey key;
  private final OpaqueTokens graphTokens;
  private volatile List<String> roles = List.of("GroupMember.Read.All");

  EntraLogin(List<String> tenants, SigningKey key, InstantSource clock) {
    this.tenants = List.copyOf(tenants);
    this.key = key;
    this.graphTokens = OpaqueTokens.on(clock);
  }

  void addTo(Routes routes) {
    var discovery = "/.well-known/openid-configuration";
    routes
        .on("GET " + HOST + "/{tenant}/v2.0" + discovery, call -> described(call, EntraVersion.V2))
        .on("GET " + HOST + "/{tenant}" + discovery, call -> described(call, EntraVersion.V1))
        .on(
            "GET https://sts.windows.net/{tenant}" + discovery,
            call -> described(call, EntraVersion.V1))
        .on("GET " + HOST + "/{tenant}/discovery/v2.0/keys", call -> ofTenant(call, this::keys))
        .on("GET " + HOST + "/{tenant}/discovery/keys", call -> ofTenant(call, this::keys))
        .on("POST " + HOST + "/{tenant}/oauth2/v2.0/token", call -> ofTenant(call, this::token));
  }

  /** Takes the application permission to read groups away from our client, or gives it back. */
  void grant(String... permissions) {
    roles = List.of(permissions);
  }

  boolean mayReadGroups() {
    return roles.contains("GroupMember.Read.All") || roles.contains("Directory.Read.All");
  }

  /** How a token stands that was issued for Graph. */
  OpaqueTokens.State ofGraph(String token) {
    return graphTokens.state(token);
  }

  private HttpReply ofTenant(Call call, Endpoint endpoint) {
    var tenant = call.variable("tenant");
    boolean known = tenants.contains(tenant) || isShared(tenant);
    return known
        ? endpoint.answer(call)
        : failure(
            400,
            "invalid_tenant",
            90002,
            "Tenant '%s' not found. Check to make sure you have the correct tenant ID."
                .formatted(tenant));
  }

  private static boolean isShared(String tenant) {
    return List.of("common", "organizations", "consumers").contains(tenant);
  }

  /** The issuer of {@code common} and {@code organizations} is a pattern, not a value. */
  private HttpReply described(Call call, EntraVersion version) {
    return ofTenant(
        call,
        _ -> {
          var tenant = call.variable("tenant");
          var named = isShared(tenant) ? "{tenantid}" : tenant;
          var base = HOST + "/" + tenant;
          return HttpReply.document(document(base, version.issuerOf(named), version));
        });
  }

  private static String document(String base, String issuer, EntraVersion version) {
    var v2 = version == EntraVersion.V2 ? "/v2.0" : "";
    return Discovery.document(
        Map.ofEntries(
            entry("issuer", issuer),
            entry("jwks_uri", base + "/discovery" + v2 + "/keys"),
            entry("authorization_endpoint", base + "/oauth2" + v2 + "/authorize"),
            entry("token_endpoint", base + "/oauth2" + v2 + "/token"),
            entry("userinfo_endpoint", "https://graph.microsoft.com/oidc/userinfo"),
            entry("id_token_signing_alg_values_supported", List.of("RS256")),
            entry("subject_types_supported", List.of("pairwise")),
            entry("request_uri_parameter_supported", false)));
  }

  private HttpReply keys(Call call) {
    return HttpReply.document(KeySet.withoutAlgorithm(key));
  }

  private HttpReply token(Call call) {
    var form = call.form();
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return failure(
          400,
          "unsupported_grant_type",
          70003,
          "The app requested an unsupported grant type '%s'.".formatted(form.get("grant_type")));
    }
    if (!GRAPH_SCOPE.equals(form.get("scope"))) {
      return failure(
          400,
          "invalid_scope",
          1002012,
          "The provided value for scope %s is not valid. Client credential flows must have a scope"
                  .formatted(form.get("scope"))
              + " value with /.default suffixed to the resource identifier (application ID URI).");
    }
    return call.client().map(this::granted).orElseGet(() -> granted(new ClientSecret("", "")));
  }

  private HttpReply granted(ClientSecret client) {
    if (!client.id().equals(CLIENT.id())) {
      return failure(
          400,
          "unauthorized_client",
          700016,
          "Application with identifier '%s' was not found in the directory 'Example Corp'."
              .formatted(client.id()));
    }
    if (!client.equals(CLIENT)) {
      return failure(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID, for a secret added to app '%s'."
                  .formatted(client.id()));
    }
    return HttpReply.json(
        Map.of(
            "token_type",
            "Bearer",
            "expires_in",
            LIFETIME,
            "ext_expires_in",
            LIFETIME,
            "access_token",
            newGraphToken()));
  }

  private String newGraphToken() {
    var home = tenants.getFirst();
    var issued = new EntraTokens(EntraVersion.V1, home, GRAPH_APP, key, graphTokens.clock());
    var token = issued.ofApplication(CLIENT.id()).claim("roles", roles).sign();
    var now = graphTokens.clock().instant();
    return graphTokens.keep(
        token, Grant.of(Person.bob(), CLIENT.id(), home, roles, now).withoutPerson());
  }

  private static HttpReply failure(int status, String error, int code, String description) {
    return HttpReply.json(
        status,
        Map.ofEntries(
            entry("error", error),
            entry("error_description", "AADSTS%d: %s".formatted(code, description)),
            entry("error_codes", List.of(code)),
            entry("timestamp", "2026-11-24 08:00:00Z"),
            entry("trace_id", UUID.randomUUID().toString()),
            entry("correlation_id", UUID.randomUUID().toString()),
            entry("error_uri", HOST + "/error?code=" + code)));
  }
}
