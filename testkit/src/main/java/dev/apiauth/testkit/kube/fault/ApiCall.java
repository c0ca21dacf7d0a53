package dev.apiauth.testkit.kube.fault;

/**
 * A request to the API server, by its first line.
 *
 * @param method its method
 * @param path without the query
 * @param query without the question mark; empty if there is none
 */
public record ApiCall(String method, String path, String query) {

  static ApiCall of(String method, String target) {
    int question = target.indexOf('?');
    return question < 0
        ? new ApiCall(method, target, "")
        : new ApiCall(method, target.substring(0, question), target.substring(question + 1));
  }

  /** Whether it asks for a stream of changes. */
  public boolean isWatch() {
    return query.contains("watch=true");
  }

  /** Whether it changes something. */
  public boolean isWrite() {
    return !method.equals("GET");
  }

  /** Whether it is about leases, by which replicas choose the one that writes. */
  public boolean isOfLease() {
    return path.contains("/leases");
  }
}
