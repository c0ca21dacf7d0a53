package dev.apiauth.testkit.product.confluence;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The {@code _links} of a resource. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Links(@Nullable String base, @Nullable String context, String self) {

  static Links self(String self) {
    return new Links(null, null, self);
  }
}
