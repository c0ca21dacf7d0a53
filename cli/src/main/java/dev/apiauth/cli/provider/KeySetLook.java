package dev.apiauth.cli.provider;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.apiauth.sidecar.prove.jws.KeySet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is in a key set: as it is written, and what of it the sidecar would use. */
final class KeySetLook {

  private static final String NAME = "keys";

  /** Keys for encryption lie in most sets, and are no reason to worry (J6). */
  private static final String FOR_SOMETHING_ELSE = "J6";

  private KeySetLook() {}

  static List<CheckedThing> at(String document) {
    Optional<KeySet> set = KeySet.parse(document.getBytes(StandardCharsets.UTF_8));
    if (set.isEmpty()) {
      return List.of(
          CheckedThing.wrong(NAME, "what was fetched is no key set (RFC 7517, section 5)"));
    }
    var things = new ArrayList<CheckedThing>();
    String detail = "%d usable: %s".formatted(set.get().size(), described(document));
    things.add(
        set.get().size() > 0
            ? CheckedThing.fine(NAME, detail)
            : CheckedThing.wrong(NAME, "no key can be used"));
    set.get().complaints().stream()
        .filter(complaint -> !complaint.contains(FOR_SOMETHING_ELSE))
        .map(complaint -> CheckedThing.worthALook(NAME, complaint))
        .forEach(things::add);
    return things;
  }

  private static String described(String document) {
    try {
      return JWKSet.parse(document).getKeys().stream()
          .map(KeySetLook::described)
          .collect(Collectors.joining(", "));
    } catch (ParseException e) {
      return "not all of them can be described";
    }
  }

  private static String described(JWK key) {
    String algorithm = key.getAlgorithm() == null ? "" : " " + key.getAlgorithm();
    String use = key.getKeyUse() == null ? "" : " for %s".formatted(key.getKeyUse());
    return "%s%s %d bits%s".formatted(key.getKeyType(), algorithm, size(key), use);
  }

  private static int size(JWK key) {
    try {
      return key.toPublicJWK() == null ? 0 : key.size();
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }
}
