package dev.apiauth.policy.document;

import java.util.List;

/**
 * What a sidecar has seen since it started: what was refused, or would be under Enforce, and who
 * still uses passwords. Holds user names and addresses, and no credential.
 *
 * <p>Bounded: each list keeps at most {@link #MOST_ROWS} rows, the most frequent ones; how many
 * requests are in no row any more is told. It tells of one process and is gone with it.
 *
 * @param policyHash the hash of the policy in force; empty if none is
 * @param namespace the namespace of its resource; empty without a policy
 * @param name the name of its resource; empty without a policy
 * @param since when the process began to count, in RFC 3339 form
 * @param refusals what was refused, or would have been
 * @param passwords who sent a password, whether it was accepted or not
 * @param unlisted how many requests belonged to rows that gave way to more frequent ones
 */
public record UsageReport(
    String policyHash,
    String namespace,
    String name,
    String since,
    List<UsageRow> refusals,
    List<UsageRow> passwords,
    long unlisted) {

  /** How many rows each list has at most. */
  public static final int MOST_ROWS = 1_000;

  /** Lists are copied. */
  public UsageReport {
    refusals = List.copyOf(refusals);
    passwords = List.copyOf(passwords);
  }

  /**
   * Requests that are alike.
   *
   * @param decision what was decided about them: {@code allow}, {@code deny} or {@code would-deny}
   * @param reason the code of the reason; empty with {@code allow}
   * @param credential what they presented: {@code bearer}, {@code basic}, {@code parameters},
   *     {@code signature}, {@code session_login} or {@code login_page} where the password stands in
   *     the body, {@code other}, {@code none}
   * @param user whom they were for: proven where the decision came after the proof, else what a
   *     Basic header or os_username claims; empty where nobody is named
   * @param address the client's address
   * @param pathClass what kind of thing they asked for; empty where the request ended before that
   * @param path the first segments of the path
   * @param client the first word of User-Agent, {@code curl/8.5.0}; anybody can write it
   * @param count how many
   * @param firstSeen when the first came, in RFC 3339 form
   * @param lastSeen when the last came
   */
  public record UsageRow(
      String decision,
      String reason,
      String credential,
      String user,
      String address,
      String pathClass,
      String path,
      String client,
      long count,
      String firstSeen,
      String lastSeen) {}
}
