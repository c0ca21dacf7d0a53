package dev.apiauth.testkit.idp.standin;

import dev.apiauth.testkit.idp.HttpReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How providers describe themselves (OpenID Connect Discovery 1.0, section 3). */
final class Discovery {

  private Discovery() {}

  /** Those members and what every provider says. */
  static String document(Map<String, ?> members) {
    var all = new HashMap<String, Object>();
    all.put("response_types_supported", List.of("code", "id_token"));
    all.put("subject_types_supported", List.of("public"));
    all.put("scopes_supported", List.of("openid", "profile", "email"));
    all.putAll(members);
    return HttpReply.json(all).body();
  }
}
