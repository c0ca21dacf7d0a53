package dev.apiauth.sidecar.reload;

/**
 * A manifest that was skipped.
 *
 * @param file the name of its file
 * @param why what is wrong with it; quotes no value
 */
public record FaultySecret(String file, String why) {

  @Override
  public String toString() {
    return file + ": " + why;
  }
}
