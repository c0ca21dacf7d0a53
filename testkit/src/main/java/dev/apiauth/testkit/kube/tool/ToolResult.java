package dev.apiauth.testkit.kube.tool;

/**
 * What a run of a command line tool came to.
 *
 * @param exitCode 0 for success
 * @param stdout its standard output
 * @param stderr its standard error
 */
public record ToolResult(int exitCode, String stdout, String stderr) {

  public boolean succeeded() {
    return exitCode == 0;
  }
}
