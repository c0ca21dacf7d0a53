package dev.apiauth.policy.spec;

import io.fabric8.generator.annotation.Default;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own endpoint that tells about a token. It answers with a JSON object.
 *
 * @param url the endpoint
 * @param method how it is asked
 * @param token where the token stands in the request
 * @param tokenField the parameter, field or member with the token; not with Bearer
 * @param valid what the answer must say of a good token, all of it
 * @param refusedStatuses the HTTP statuses that mean a bad token; every other one but 200 means
 *     that the provider gave no answer
 */
@ValidationRule(
    value = "(self.token == 'Bearer') != has(self.tokenField)",
    message = "say tokenField with token Query, Form or Json, and only there",
    fieldPath = ".tokenField")
@ValidationRule(
    value = "self.method == 'POST' || !(self.token in ['Form', 'Json'])",
    message = "a token in a form or in JSON is posted. Say method: POST",
    fieldPath = ".method")
public record CheckSpec(
    @Required @Size(min = 1, max = 1024) String url,
    @Default("GET") CallMethod method,
    @Default("Bearer") TokenPlace token,
    @Nullable @Size(min = 1, max = 63) String tokenField,
    @Size(min = 1, max = 16) List<RequiredClaimSpec> valid,
    @Size(min = 1, max = 16) List<@Min(400) @Max(499) Integer> refusedStatuses) {

  /** Absent fields take their defaults. */
  public CheckSpec {
    method = Defaults.orElse(method, CallMethod.GET);
    token = Defaults.orElse(token, TokenPlace.Bearer);
    valid = Defaults.list(valid);
    refusedStatuses =
        refusedStatuses == null ? List.of(400, 401, 403) : List.copyOf(refusedStatuses);
  }
}
