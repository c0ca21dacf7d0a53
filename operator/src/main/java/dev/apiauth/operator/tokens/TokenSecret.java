package dev.apiauth.operator.tokens;

import dev.apiauth.operator.gather.Issuance;
import dev.apiauth.operator.gather.UncheckedApiToken;
import dev.apiauth.operator.names.Annotations;
import dev.apiauth.operator.names.Labels;
import dev.apiauth.operator.names.Names;
import dev.apiauth.operator.tokens.decide.NewValue;
import dev.apiauth.policy.outcome.Outcome;
import dev.apiauth.policy.spec.RotationSpec;
import dev.apiauth.policy.token.ApiTokenText;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The Secret that brings a value to whoever is to have it. It goes with its token. */
final class TokenSecret {

  /** The only key. */
  static final String KEY = "token";

  private static final String UNTRIGGERED = "";

  private TokenSecret() {}

  /** What it is called. */
  static String name(Issuance issuance) {
    return Optional.ofNullable(issuance.spec().secretName())
        .orElseGet(() -> Names.tokenSecret(issuance.metadata().getName()));
  }

  /** The Secret of a value that was just made. */
  static Secret of(Issuance issuance, ApiTokenText value) {
    return new SecretBuilder()
        .withMetadata(metadata(issuance))
        .withType("Opaque")
        .withData(Map.of(KEY, base64(value.reveal())))
        .build();
  }

  private static ObjectMeta metadata(Issuance issuance) {
    return new ObjectMetaBuilder()
        .withName(name(issuance))
        .withNamespace(issuance.metadata().getNamespace())
        .addToLabels(Labels.MANAGED_BY, Labels.APIAUTH)
        .addToAnnotations(Annotations.ROTATION_TRIGGER, trigger(issuance))
        .withOwnerReferences(
            new OwnerReferenceBuilder()
                .withApiVersion(HasMetadata.getApiVersion(UncheckedApiToken.class))
                .withKind(HasMetadata.getKind(UncheckedApiToken.class))
                .withName(issuance.metadata().getName())
                .withUid(issuance.metadata().getUid())
                .withController(true)
                .build())
        .build();
  }

  private static String trigger(Issuance issuance) {
    RotationSpec rotation = issuance.spec().rotation();
    return rotation == null ? UNTRIGGERED : rotation.trigger();
  }

  /** Whether the operator wrote it for that token, and not for one of the same name before it. */
  static boolean isOf(Secret secret, Issuance issuance) {
    return secret.getMetadata().getOwnerReferences().stream()
        .anyMatch(owner -> owner.getUid().equals(issuance.metadata().getUid()));
  }

  /**
   * What is to be recorded of a value that was written before, but not recorded: the operator ended
   * in between. Empty if the value is another rotation's, or none.
   */
  static Optional<NewValue> unrecorded(Secret secret, Issuance issuance) {
    Map<String, String> notes =
        Optional.ofNullable(secret.getMetadata().getAnnotations()).orElse(Map.of());
    if (!trigger(issuance).equals(notes.get(Annotations.ROTATION_TRIGGER))) return Optional.empty();
    return Optional.ofNullable(secret.getData())
        .map(data -> data.get(KEY))
        .flatMap(TokenSecret::value)
        .filter(value -> !value.id().equals(issuance.status().tokenId()))
        .map(value -> recordOf(value, secret));
  }

  /** What is recorded of a value that a Secret holds now. */
  static NewValue recordOf(ApiTokenText value, Secret written) {
    return new NewValue(
        value.id(),
        value.hash(),
        Instant.parse(written.getMetadata().getCreationTimestamp()),
        written.getMetadata().getName());
  }

  private static Optional<ApiTokenText> value(String data) {
    String text = new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    return ApiTokenText.parse(text) instanceof Outcome.Pass<ApiTokenText>(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
