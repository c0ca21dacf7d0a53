package dev.apiauth.testkit.kube.binaries;

import java.net.URI;
import java.util.List;

/**
 * A file that a project gives away, and what it publishes to check it by.
 *
 * @param uri of the file
 * @param checksums of a text with its SHA-256, alone or in a list of files
 * @param form what the file is
 */
record ReleasedFile(URI uri, URI checksums, Form form) {

  /** What is to be done with it. */
  enum Form {
    EXECUTABLE,
    /** A gzipped tar whose only folder holds the executables, among other things. */
    ARCHIVE
  }

  /** All files that make up a bundle, at these sites. */
  static List<ReleasedFile> of(Bundle bundle, Platform platform, Origins origins) {
    var origin = origins.of(bundle);
    var version = "v" + bundle.version();
    var suffix = "-%s-%s-%s.tar.gz".formatted(version, platform.os(), platform.architecture());
    return switch (bundle) {
      case KUBERNETES ->
          bundle.programs().stream().map(name -> executable(origin, platform, name)).toList();
      case ETCD -> {
        var folder = origin.resolve(version + "/");
        yield List.of(archive(folder.resolve("etcd" + suffix), folder.resolve("SHA256SUMS")));
      }
      case HELM -> {
        var archive = origin.resolve("helm" + suffix);
        yield List.of(archive(archive, URI.create(archive + ".sha256sum")));
      }
    };
  }

  private static ReleasedFile executable(URI origin, Platform platform, String program) {
    var path =
        "v%s/bin/%s/%s/%s"
            .formatted(
                Bundle.KUBERNETES.version(), platform.os(), platform.architecture(), program);
    var uri = origin.resolve(path);
    return new ReleasedFile(uri, URI.create(uri + ".sha256"), Form.EXECUTABLE);
  }

  private static ReleasedFile archive(URI uri, URI checksums) {
    return new ReleasedFile(uri, checksums, Form.ARCHIVE);
  }

  /** The last part of its path. */
  String name() {
    return nameOf(uri);
  }

  private static String nameOf(URI uri) {
    return uri.getPath().substring(uri.getPath().lastIndexOf('/') + 1);
  }
}
