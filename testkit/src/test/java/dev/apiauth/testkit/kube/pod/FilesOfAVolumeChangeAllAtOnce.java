package dev.apiauth.testkit.kube.pod;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesOfAVolumeChangeAllAtOnce {

  @TempDir private Path directory;

  private Path root = Path.of("");
  private Path data = Path.of("");

  @BeforeEach
  void name() {
    root = directory.resolve("volume");
    data = root.resolve("..data");
  }

  @Test
  void theLayoutIsTheKubelets() throws IOException {
    var folder = new AtomicFolder(root);
    folder.write(Map.of("key", file("one"), "sub/key", file("two")));

    assertThat(Files.readSymbolicLink(root.resolve("key"))).isEqualTo(Path.of("..data/key"));
    assertThat(Files.readSymbolicLink(root.resolve("sub"))).isEqualTo(Path.of("..data/sub"));
    assertThat(Files.readSymbolicLink(data).toString()).startsWith("..");
    assertThat(root.resolve("sub/key")).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("key"))))
        .isEqualTo("r--r--r--");
  }

  @Test
  void aChangeIsAnotherFolderAndTheOldOneGoes() throws IOException {
    var folder = new AtomicFolder(root);
    folder.write(Map.of("key", file("one"), "gone", file("one")));
    var before = data.toRealPath();

    folder.write(Map.of("key", file("two"), "new", file("two")));

    assertThat(data.toRealPath()).isNotEqualTo(before);
    assertThat(before).doesNotExist();
    assertThat(root.resolve("key")).hasContent("two");
    assertThat(root.resolve("new")).hasContent("two");
    assertThat(Files.exists(root.resolve("gone"), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void theSameContentChangesNothing() throws IOException {
    var folder = new AtomicFolder(root);
    folder.write(Map.of("key", file("one")));
    var before = data.toRealPath();

    folder.write(Map.of("key", file("one")));

    assertThat(data.toRealPath()).isEqualTo(before);
  }

  /** What it leads to may go while a reader is on its way, as with a kubelet. */
  @Test
  void theLinkIsNeverMissing() throws Exception {
    var folder = new AtomicFolder(root);
    folder.write(Map.of("key", file("0")));
    var over = new AtomicBoolean();
    var missed = new AtomicBoolean();
    var reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    if (!Files.exists(data, LinkOption.NOFOLLOW_LINKS)) missed.set(true);
                  }
                });
    for (int i = 1; i < 200; i++) {
      folder.write(Map.of("key", file(Integer.toString(i))));
    }
    over.set(true);
    reader.join();

    assertThat(missed).isFalse();
  }

  private static VolumeFile file(String content) {
    return new VolumeFile(Base64.getEncoder().encodeToString(content.getBytes(UTF_8)), 0444);
  }
}
