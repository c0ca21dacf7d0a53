package dev.apiauth.testkit.playground.provider;

import java.nio.file.Path;

/**
 * What somebody can do with one that stays: lines to copy.
 *
 * @param stage what runs
 * @param checkout the folder that the paths are told from
 */
record ProviderThingsToTry(ProviderStage stage, Path checkout) {

  String lines() {
    Path resource = checkout.relativize(stage.jira().resource().path());
    return """
    Everything stays until Ctrl-C. In another terminal, in this folder:

      # a token of alice, as good as this run is long
      TOKEN=%s
      curl -i -H "Authorization: Bearer $TOKEN" %s/rest/api/2/project

      # an edit takes effect at once; the log says what became of calls and edits
      ${EDITOR:-vi} %s
      tail -f %s
    """
        .formatted(
            stage.source().tokenOfAlice(),
            stage.jira().address(),
            resource,
            resource.resolveSibling("jira.log"));
  }
}
