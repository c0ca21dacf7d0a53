package dev.apiauth.policy.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The published form as bytes: JSON with sorted keys and without absent members, so that equal
 * policies are equal bytes.
 */
public final class PolicyCodec {

  /** The file of the {@link PolicyDocument}. */
  public static final String POLICY = "policy.json";

  /** The file of the {@link VaultDocument}. */
  public static final String VAULT = "vault.json";

  /** The file of the {@link ApiTokensDocument}. */
  public static final String API_TOKENS = "api-tokens.json";

  /** The file of the {@link SecretsDocument}. */
  public static final String SECRETS = "secrets.json";

  private static final List<String> FILES = List.of(POLICY, VAULT, API_TOKENS, SECRETS);

  private final ObjectMapper json =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  /** Writes a set as files: the manifest and what it names. */
  public EncodedPolicy encode(PolicySet set) {
    var files = new TreeMap<String, byte[]>();
    files.put(POLICY, bytes(set.document()));
    files.put(VAULT, bytes(set.vault()));
    files.put(API_TOKENS, bytes(set.apiTokens()));
    files.put(SECRETS, bytes(set.secrets()));
    byte[] manifest = bytes(manifest(files));
    files.put(PolicyManifest.FILE, manifest);
    return new EncodedPolicy(files, PolicyHash.of(manifest));
  }

  /** Reads files that {@link #encode} wrote. */
  public PolicyReading read(Map<String, byte[]> files) {
    try {
      return readComplete(files);
    } catch (IOException e) {
      return new PolicyReading.Unreadable("the policy cannot be read: " + shortly(e));
    }
  }

  private PolicyReading readComplete(Map<String, byte[]> files) throws IOException {
    byte[] manifestBytes = files.get(PolicyManifest.FILE);
    if (manifestBytes == null)
      return new PolicyReading.Incomplete(PolicyManifest.FILE + " is missing");
    PolicyManifest manifest = read(manifestBytes, PolicyManifest.class);
    if (manifest.version() != PolicyManifest.VERSION) {
      return new PolicyReading.Unreadable(
          "the manifest has version %d, this sidecar reads %d"
              .formatted(manifest.version(), PolicyManifest.VERSION));
    }
    if (!manifest.files().keySet().containsAll(FILES)) {
      return new PolicyReading.Unreadable("the manifest does not name each of " + FILES);
    }
    Optional<String> lacking = lacking(manifest, files);
    if (lacking.isPresent()) return new PolicyReading.Incomplete(lacking.get());
    return readSet(files, PolicyHash.of(manifestBytes));
  }

  private PolicyReading readSet(Map<String, byte[]> files, PolicyHash hash) throws IOException {
    PolicyDocument document = read(files, POLICY, PolicyDocument.class);
    if (document.version() != PolicyDocument.VERSION) {
      return new PolicyReading.Unreadable(
          "the policy has version %d, this sidecar reads %d"
              .formatted(document.version(), PolicyDocument.VERSION));
    }
    return new PolicyReading.Complete(
        new PolicySet(
            document,
            read(files, VAULT, VaultDocument.class),
            read(files, API_TOKENS, ApiTokensDocument.class),
            read(files, SECRETS, SecretsDocument.class)),
        hash);
  }

  private <T> T read(Map<String, byte[]> files, String name, Class<T> type) throws IOException {
    byte[] bytes = files.get(name);
    if (bytes == null) throw new IOException(name);
    return read(bytes, type);
  }

  /** JSON's {@code null} is no record. */
  private <T> T read(byte[] bytes, Class<T> type) throws IOException {
    T value = json.readValue(bytes, type);
    if (value == null) throw new IOException("null");
    return value;
  }

  private Optional<String> lacking(PolicyManifest manifest, Map<String, byte[]> files) {
    return manifest.files().entrySet().stream()
        .filter(file -> !file.getValue().equals(digestOf(files.get(file.getKey()))))
        .map(file -> file.getKey() + " is not the one that the manifest names")
        .findFirst();
  }

  private static @Nullable String digestOf(byte @Nullable [] bytes) {
    return bytes == null ? null : PolicyHash.of(bytes).value();
  }

  private PolicyManifest manifest(SortedMap<String, byte[]> files) {
    var digests = new TreeMap<String, String>();
    files.forEach((name, bytes) -> digests.put(name, PolicyHash.of(bytes).value()));
    return new PolicyManifest(PolicyManifest.VERSION, digests);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a policy record cannot be written", e);
    }
  }

  /** What and where, in words of our own: Jackson's messages quote text that may be a token. */
  private static String shortly(IOException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> "unknown field " + place(unknown);
      case JsonMappingException unfitting -> "what it says does not fit at " + place(unfitting);
      case JsonProcessingException malformed ->
          "it is no JSON, line %d".formatted(malformed.getLocation().getLineNr());
      default -> e.getClass().getSimpleName();
    };
  }

  private static String place(JsonMappingException e) {
    var names = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      String name = step.getFieldName();
      names.append(name == null ? "[%d]".formatted(step.getIndex()) : "." + name);
    }
    return names.isEmpty() ? "its top" : names.toString();
  }
}
