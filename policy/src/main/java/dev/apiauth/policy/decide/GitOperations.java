package dev.apiauth.policy.decide;

import dev.apiauth.policy.credential.Parameters;
import dev.apiauth.policy.request.ProductPath;
import dev.apiauth.policy.spec.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What git over HTTP does, whichever product serves it. The method says little: to fetch is a POST,
 * and a push begins with a GET (gitprotocol-http(5); Git LFS API).
 *
 * <pre>
 * /info/refs?service=   of any service but a fetching one   Write, whatever the path
 * /git-upload-pack      POST, GET                           Read
 * /git-receive-pack                                         Write
 * /info/lfs/…           GET                                 Read
 * /info/lfs/objects/batch   POST                            as its body says ({@link LargeFileBatch}); Write until then
 * /info/lfs/…           else: locks, verification           Write
 * else                  GET                                 Read: files of the dumb protocol
 * else                                                      Write
 * </pre>
 */
public final class GitOperations {

  private static final Set<String> FETCHING = Set.of("git-upload-pack", "git-upload-archive");
  private static final String PUSHING = "git-receive-pack";
  private static final Set<String> LOOKING = Set.of("GET", "HEAD", "OPTIONS");
  private static final List<String> BATCH = List.of("info", "lfs", "objects", "batch");

  private GitOperations() {}

  /** What a request does, as far as its head tells. What is not known to only read writes. */
  public static Operation of(ProductPath path, String method, Optional<String> rawQuery) {
    String last = path.segments().isEmpty() ? "" : path.segments().getLast();
    boolean reads = LOOKING.contains(method) || (method.equals("POST") && FETCHING.contains(last));
    return reads && !last.equals(PUSHING) && fetchesAtMost(rawQuery)
        ? Operation.Read
        : Operation.Write;
  }

  /** Whether a request's body says what it does. */
  public static boolean areToldByTheBody(ProductPath path, String method) {
    List<String> segments = path.segments();
    int begin = segments.size() - BATCH.size();
    return method.equals("POST")
        && begin >= 0
        && segments.subList(begin, segments.size()).equals(BATCH);
  }

  private static boolean fetchesAtMost(Optional<String> rawQuery) {
    return rawQuery.map(Parameters::parse).orElse(Parameters.NONE).all("service").stream()
        .allMatch(FETCHING::contains);
  }
}
