package dev.apiauth.sidecar.reload;

import dev.apiauth.policy.document.PolicyReading;
import java.nio.file.Path;
import java.util.List;

/**
 * Where policies come from. All methods are called on the reloader's thread, one at a time.
 *
 * <p>Reading files and understanding them are apart, so that unchanged files are not understood
 * again at each look.
 */
public interface PolicySupply {

  /**
   * The files and directories whose change may change the policy. A directory stands for the files
   * in it, and not for those below.
   */
  List<Path> watched();

  /** Reads what is there now, whatever it is. May wait for the file system. */
  FileReading files();

  /** Understands what {@link #files} read; must not read anything else. */
  PolicyReading policy(FileSet files);
}
