package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyCodec;
import dev.apiauth.policy.document.PolicyHash;
import dev.apiauth.policy.document.PolicyManifest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Fifty ways in which a set arrives broken: cut, emptied, changed, renamed, from another version.
 */
final class Mutations {

  private static final List<String> CONTENT = List.of("policy.json", "vault.json");
  private static final String MANIFEST = PolicyManifest.FILE;

  private final List<Mutation> found = new ArrayList<>();

  private Mutations() {}

  static List<Mutation> fifty() {
    var mutations = new Mutations();
    mutations.cut();
    mutations.replaceWhole();
    mutations.missing();
    mutations.editSigned();
    mutations.editUnsigned();
    mutations.tooLarge();
    return mutations.found;
  }

  /** Every file at some lengths; content also with a manifest that knows the cut file. */
  private void cut() {
    for (double part : new double[] {0, 0.01, 0.5, 0.99}) {
      add(MANIFEST + " cut to " + part, with(MANIFEST, bytes -> cut(bytes, part)));
      for (String name : CONTENT) {
        add(name + " cut to " + part, with(name, bytes -> cut(bytes, part)));
        add(name + " cut to " + part + ", signed", signed(with(name, bytes -> cut(bytes, part))));
      }
    }
  }

  private void replaceWhole() {
    for (String text : List.of("null", "[]", "planted-token-2", "\u0000\u0001")) {
      add(MANIFEST + " is " + text, with(MANIFEST, bytes -> utf8(text)));
      for (String name : CONTENT) {
        add(name + " is " + text + ", signed", signed(with(name, bytes -> utf8(text))));
      }
    }
  }

  private void missing() {
    add("nothing at all", Map.of());
    for (String name : good().keySet()) {
      var files = new TreeMap<>(good());
      files.remove(name);
      add(name + " is missing", files);
    }
  }

  /** What the manifest vouches for, and what is wrong all the same. */
  private void editSigned() {
    edit("unknown field", "policy.json", "\"access\"", "\"acess\":{},\"access\"");
    edit(
        "field twice",
        "policy.json",
        "\"product\":\"Jira\"",
        "\"product\":\"Jira\",\"product\":\"Bamboo\"");
    edit("other version", "policy.json", "\"version\":1", "\"version\":2");
    edit("unknown mode", "policy.json", "\"Enforce\"", "\"Sometimes\"");
    edit("a word for a number", "policy.json", "\"port\":8080", "\"port\":\"http\"");
    edit("text after the end", "policy.json", "\"version\":1}", "\"version\":1}{}");
    edit("providers are null", "policy.json", "\"providers\":[]", "\"providers\":null");
    edit("unknown field in the vault", "vault.json", "\"username\"", "\"user\":\"x\",\"username\"");
  }

  private void editUnsigned() {
    add(
        "manifest of another version",
        with(MANIFEST, bytes -> replaced(bytes, "\"version\":1", "\"version\":9")));
    add("manifest with a wrong digest", with(MANIFEST, bytes -> replaced(bytes, ":\"", ":\"0")));
    add(
        "manifest that names more files",
        with(MANIFEST, bytes -> replaced(bytes, "\"files\":{", "\"files\":{\"b.json\":\"00\",")));
    add("another policy's vault", with("vault.json", bytes -> replaced(bytes, "user-2", "user-3")));
  }

  private void tooLarge() {
    add("ten MiB", with("policy.json", bytes -> new byte[10 << 20]));
    var many = new TreeMap<>(good());
    for (int n = 0; n < 100; n++) many.put("more-" + n + ".json", utf8("{}"));
    add("a hundred files", many);
  }

  private void edit(String name, String file, String before, String after) {
    add(name, signed(with(file, bytes -> replaced(bytes, before, after))));
  }

  private void add(String name, Map<String, byte[]> files) {
    found.add(new Mutation(name, files));
  }

  private static Map<String, byte[]> good() {
    return new PolicyCodec().encode(Policies.number(2)).files();
  }

  private static Map<String, byte[]> with(String name, UnaryOperator<byte[]> change) {
    var files = new TreeMap<>(good());
    files.computeIfPresent(name, (same, bytes) -> change.apply(bytes));
    return files;
  }

  /** The same files with a manifest that vouches for them. */
  private static Map<String, byte[]> signed(Map<String, byte[]> files) {
    var signed = new TreeMap<>(files);
    var manifest = new StringBuilder("{\"files\":{");
    for (String name : CONTENT) {
      String digest = PolicyHash.of(files.getOrDefault(name, new byte[0])).value();
      manifest.append("\"%s\":\"%s\",".formatted(name, digest));
    }
    manifest.setLength(manifest.length() - 1);
    signed.put(MANIFEST, utf8(manifest + "},\"version\":1}"));
    return signed;
  }

  private static byte[] replaced(byte[] bytes, String before, String after) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (!text.contains(before)) throw new IllegalStateException("no " + before + " in " + text);
    return utf8(text.replace(before, after));
  }

  private static byte[] cut(byte[] bytes, double part) {
    return Arrays.copyOf(bytes, (int) (bytes.length * part));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
