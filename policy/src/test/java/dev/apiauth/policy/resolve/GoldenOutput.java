package dev.apiauth.policy.resolve;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apiauth.policy.check.Problem;
import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicySet;
import dev.apiauth.policy.document.VaultDocument.VaultEntry;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What came out of resolving, as the files beside a {@link GoldenResource}. */
final class GoldenOutput {

  static final String DOCUMENT = ".out.json";
  static final String PROBLEMS = ".problems.txt";

  private static final PolicyCodec CODEC = new PolicyCodec();
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GoldenOutput() {}

  /** The text of each file by its ending: the document if there is one, problems if there are. */
  static SortedMap<String, String> files(Resolution resolution) throws IOException {
    var files = new TreeMap<String, String>();
    switch (resolution) {
      case Resolution.Resolved(PolicySet set, List<Problem> problems) -> {
        files.put(DOCUMENT, document(set));
        if (!problems.isEmpty()) files.put(PROBLEMS, lines(problems));
      }
      case Resolution.Refused(List<Problem> problems) -> files.put(PROBLEMS, lines(problems));
    }
    return files;
  }

  /** The published bytes, indented; of vault and clients, all but the secrets. */
  private static String document(PolicySet set) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.set("policy", JSON.readTree(CODEC.encode(set).files().get("policy.json")));
    var vault = root.putArray("vault");
    for (VaultEntry entry : set.vault().entries()) {
      ObjectNode shown = vault.addObject();
      shown.put("username", entry.username());
      shown.put("secret", entry.secret());
      if (entry.expires() != null) shown.put("expires", entry.expires());
      if (entry.isAmbiguous()) shown.put("usable", "no, there are several");
    }
    if (!set.secrets().clients().isEmpty()) {
      root.set("clientSecrets", JSON.valueToTree(set.secrets().clients().keySet()));
    }
    if (!set.apiTokens().tokens().isEmpty()) {
      root.set("apiTokens", JSON.readTree(CODEC.encode(set).files().get("api-tokens.json")));
    }
    return JSON.writeValueAsString(root) + "\n";
  }

  private static String lines(List<Problem> problems) {
    var text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(problem.severity()).append(' ').append(problem).append('\n');
    }
    return text.toString();
  }
}
